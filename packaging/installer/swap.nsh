; The new program is unpacked beside the old one and takes its place by renaming. Whatever breaks
; (power, disk, a scanner, a person), the old one is whole, or the next setup makes it so.
;
;   $INSTDIR\Bhuktani.exe, _internal    the program
;   $INSTDIR\new                        the next one, while it is unpacked
;   $INSTDIR\old-N                      the one before, until its files are removed

!macro FLUSH path
  FileOpen $1 "${path}" a
  System::Call "kernel32::FlushFileBuffers(p r1)"
  FileClose $1
!macroend

; What setups that broke, or could not remove everything, left behind.
Function RemoveOlder
  ${For} $0 1 9
    ${If} ${FileExists} "$INSTDIR\old-$0\*"
      ${IfNot} ${FileExists} "$INSTDIR\${PROGRAM}" ; a setup was cut off while it swapped
        Call Restore
      ${EndIf}
      Call RemoveOld
    ${EndIf}
  ${Next}
FunctionEnd

; What a broken setup unpacked.
Function ClearNew
  !insertmacro LISTED_REMOVE "$INSTDIR\new"
FunctionEnd

; $1 becomes $2. A scanner may have a file in it open for a moment: ten seconds of patience.
Function Move
  ${For} $3 1 20
    ClearErrors
    Rename "$1" "$2"
    ${IfNot} ${Errors}
      Return
    ${EndIf}
    Sleep 500
  ${Next}
  SetErrors
FunctionEnd

!macro MOVE from to
  StrCpy $1 "${from}"
  StrCpy $2 "${to}"
  Call Move
  ${If} ${Errors}
    Call PutBack
  ${EndIf}
!macroend

; The program file goes first and comes last: it never meets the wrong _internal.
Function SwapIn
  SetOutPath "$INSTDIR" ; out of the folder that is to be renamed
  ; Windows keeps the order of renamings through a power cut, but not what is in the files.
  !insertmacro LISTED_FLUSH "$INSTDIR\new"
  StrCpy $0 1
  ${While} ${FileExists} "$INSTDIR\old-$0\*"
    IntOp $0 $0 + 1
  ${EndWhile}
  CreateDirectory "$INSTDIR\old-$0"
  ${If} ${FileExists} "$INSTDIR\${PROGRAM}"
    !insertmacro MOVE "$INSTDIR\${PROGRAM}" "$INSTDIR\old-$0\${PROGRAM}"
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\_internal\*"
    !insertmacro MOVE "$INSTDIR\_internal" "$INSTDIR\old-$0\_internal"
  ${EndIf}
  !insertmacro MOVE "$INSTDIR\new\_internal" "$INSTDIR\_internal"
  !insertmacro MOVE "$INSTDIR\new\${PROGRAM}" "$INSTDIR\${PROGRAM}"
  RMDir "$INSTDIR\new"
  Call RemoveOld
FunctionEnd

; The old program as it was, and the end.
Function PutBack
  Call Restore
  RMDir "$INSTDIR\old-$0"
  Call InUse
FunctionEnd

; The program in old-$0 back to its place, if that is not whole.
Function Restore
  ${If} ${FileExists} "$INSTDIR\old-$0\_internal\*"
    ${If} ${FileExists} "$INSTDIR\_internal\*"
      CreateDirectory "$INSTDIR\new"
      StrCpy $1 "$INSTDIR\_internal"
      StrCpy $2 "$INSTDIR\new\_internal"
      Call Move
    ${EndIf}
    StrCpy $1 "$INSTDIR\old-$0\_internal"
    StrCpy $2 "$INSTDIR\_internal"
    Call Move
  ${EndIf}
  StrCpy $1 "$INSTDIR\old-$0\${PROGRAM}"
  StrCpy $2 "$INSTDIR\${PROGRAM}"
  ${If} ${FileExists} "$1"
    Call Move
  ${EndIf}
FunctionEnd

; Something has a file of the program open, a virus scanner for example.
Function InUse
  SetOutPath "$INSTDIR" ; the current folder cannot be removed
  Call ClearNew
  MessageBox MB_OK|MB_ICONSTOP "$(FOLDER_IN_USE)" /SD IDOK
  SetErrorLevel ${EXIT_FOLDER}
  Quit
FunctionEnd

; Remove the program in old-$0: the files that it names itself, and folders that are empty then.
; Its list is made by the builder: paths below _internal, files first, then folders, deepest first.
!macro REMOVE_OLD un
  Function ${un}RemoveOld
    StrCpy $1 "$INSTDIR\old-$0"
    StrCpy $5 0 ; 1: a file stays, and so must the list that names it
    ClearErrors
    FileOpen $2 "$1\_internal\files.txt" r
    ${IfNot} ${Errors}
      ${Do}
        ClearErrors
        FileReadUTF16LE $2 $3
        ${If} ${Errors}
          ${Break}
        ${EndIf}
        ${TrimNewLines} "$3" $3
        ${WordFind} "$3" ".." "E+1{" $4 ; never out of this folder, whatever the list says
        ${If} ${Errors}
        ${AndIf} $3 != ""
          StrCpy $4 $3 1 -1
          ${If} $4 == "\"
            RMDir "$1\_internal\$3"
          ${Else}
            ClearErrors
            Delete "$1\_internal\$3"
            ${If} ${Errors}
              StrCpy $5 1
            ${EndIf}
          ${EndIf}
        ${EndIf}
      ${Loop}
      FileClose $2
      ${If} $5 = 0
        Delete "$1\_internal\files.txt"
      ${EndIf}
    ${EndIf}
    Delete "$1\${PROGRAM}"
    RMDir "$1\_internal"
    RMDir "$1"
  FunctionEnd
!macroend
!insertmacro REMOVE_OLD ""
!insertmacro REMOVE_OLD "un."
