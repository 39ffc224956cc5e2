; What is looked at before $INSTDIR is touched: whose it is, and whether there is room.

Var Newer ; the version of a newer program that is in the way
Var Need  ; MB that must be free
Var Free  ; MB that are

; The first line of our list of files, which makes a folder ours. A name such as uninstall.exe would
; not: other programs have that too.
!macro SEE_LIST path
  ${If} $0 = 0
    ClearErrors
    FileOpen $1 "${path}\_internal\files.txt" r
    ${IfNot} ${Errors}
      FileReadUTF16LE $1 $2
      FileClose $1
      ${TrimNewLines} "$2" $2
      ${If} $2 S== "${APP_ID}"
        StrCpy $0 1
      ${EndIf}
    ${EndIf}
  ${EndIf}
!macroend

; $0 is 1 if Bhuktani was put into $INSTDIR, by this user or another, as a whole or in part.
Function IsOurs
  StrCpy $0 0
  ReadRegStr $1 HKCU "${UNINSTALL_KEY}" "InstallLocation"
  ${If} $1 != ""
    GetFullPathName $1 $1
    GetFullPathName $2 $INSTDIR
    ${If} $1 == $2
      StrCpy $0 1
    ${EndIf}
  ${EndIf}
  !insertmacro SEE_LIST "$INSTDIR"
  !insertmacro SEE_LIST "$INSTDIR\new"
  ${For} $3 1 9
    !insertmacro SEE_LIST "$INSTDIR\old-$3"
  ${Next}
FunctionEnd

; $0 is 1 if something is in $INSTDIR.
Function IsFilled
  StrCpy $0 0
  ClearErrors
  FindFirst $1 $2 "$INSTDIR\*"
  ${DoUntil} ${Errors}
    ${If} $2 != "."
    ${AndIf} $2 != ".."
      StrCpy $0 1
      ${Break}
    ${EndIf}
    FindNext $1 $2
  ${Loop}
  FindClose $1
FunctionEnd

; $0: why nothing may be installed in $INSTDIR: EXIT_FOLDER, somebody else's things are in it;
; EXIT_NEWER, another user of this computer has a newer program there; or 0.
Function SeeWhose
  Call IsFilled
  ${If} $0 = 0
    Return
  ${EndIf}
  Call IsOurs
  ${If} $0 = 0
    StrCpy $0 ${EXIT_FOLDER}
    Return
  ${EndIf}
  StrCpy $0 0
  ClearErrors
  GetDLLVersion "$INSTDIR\${PROGRAM}" $1 $2
  ${If} ${Errors}
    Return
  ${EndIf}
  IntOp $3 $1 >> 16
  IntOp $4 $1 & 0xFFFF
  IntOp $5 $2 >> 16
  StrCpy $Newer "$3.$4.$5"
  ${VersionCompare} $Newer ${VERSION} $1
  ${If} $1 == 1
    StrCpy $0 ${EXIT_NEWER}
  ${EndIf}
FunctionEnd

; $0 is EXIT_ROOM if the drive of $INSTDIR has too little room, otherwise 0.
;
; The new program lies beside the old one, and setup itself unpacks into the temporary folder first.
Function SeeRoom
  IntOp $Need ${SIZE_KB} / 1024
  IntOp $Need $Need + 8
  StrCpy $0 $TEMP 1
  StrCpy $1 $INSTDIR 1
  ${If} $0 == $1
    IntOp $Need $Need * 2
  ${EndIf}
  StrCpy $0 0
  StrCpy $1 $INSTDIR
  ${DoUntil} ${FileExists} "$1\*"
    ${GetParent} "$1" $1
    ${If} $1 == ""
      StrCpy $1 $INSTDIR 2
      ${Break}
    ${EndIf}
  ${Loop}
  StrCpy $1 "$1\"
  System::Call "kernel32::GetDiskFreeSpaceExW(w r1, *l .r2, p0, p0)i.r3"
  ${If} $3 = 0
    Return ; nobody knows: writing will show it
  ${EndIf}
  System::Int64Op $2 / 1048576
  Pop $Free
  ${If} $Free < $Need
    StrCpy $0 ${EXIT_ROOM}
  ${EndIf}
FunctionEnd

; Setup may go on with $INSTDIR, or ends. Nothing is left of what is tried.
Function SeeFolder
  Call SeeRoom
  ${If} $0 <> 0
    MessageBox MB_OK|MB_ICONSTOP "$(NO_ROOM)" /SD IDOK
    SetErrorLevel ${EXIT_ROOM}
    Quit
  ${EndIf}
  Call SeeWhose
  ${If} $0 <> 0
    ${If} $0 = ${EXIT_NEWER}
      MessageBox MB_OK|MB_ICONSTOP "$(NEWER_IS_THERE)" /SD IDOK
    ${Else}
      MessageBox MB_OK|MB_ICONSTOP "$(FOLDER_OF_OTHERS)" /SD IDOK
    ${EndIf}
    SetErrorLevel $0
    Quit
  ${EndIf}
  ClearErrors
  CreateDirectory "$INSTDIR"
  GetTempFileName $0 "$INSTDIR"
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONSTOP "$(FOLDER_CLOSED)" /SD IDOK
    SetErrorLevel ${EXIT_FOLDER}
    Quit
  ${EndIf}
  Delete "$0"
  RMDir "$INSTDIR" ; empty, unless there is something in it
FunctionEnd
