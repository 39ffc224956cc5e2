; The new program is unpacked beside the old one and takes its place by renaming. Whatever breaks
; while it is unpacked (power, disk, a person), the old one is still whole.
;
;   $INSTDIR\Bhuktani.exe, _internal    the program
;   $INSTDIR\new                        the next one, while it is unpacked
;   $INSTDIR\old-N                      the one before, until its files are removed

; The folder can be written, or setup ends.
Function SeeFolder
  ClearErrors
  CreateDirectory "$INSTDIR"
  GetTempFileName $0 "$INSTDIR"
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONSTOP "$(FOLDER_CLOSED)" /SD IDOK
    SetErrorLevel ${EXIT_FOLDER}
    Quit
  ${EndIf}
  Delete "$0"
FunctionEnd

; What setups that broke, or could not remove everything, left behind.
Function RemoveOlder
  ${For} $0 1 9
    ${If} ${FileExists} "$INSTDIR\old-$0\*"
      Call RemoveOld
    ${EndIf}
  ${Next}
FunctionEnd

; What a broken setup unpacked.
Function ClearNew
  !insertmacro LISTED_REMOVE "$INSTDIR\new"
FunctionEnd

Function SwapIn
  ; A free name: an older one stays where somebody put a file of his own into it.
  StrCpy $0 1
  ${While} ${FileExists} "$INSTDIR\old-$0\*"
    IntOp $0 $0 + 1
  ${EndWhile}
  ${If} ${FileExists} "$INSTDIR\_internal\*"
    CreateDirectory "$INSTDIR\old-$0"
    ClearErrors
    Rename "$INSTDIR\_internal" "$INSTDIR\old-$0\_internal"
    ${If} ${Errors}
      RMDir "$INSTDIR\old-$0"
      Call InUse
    ${EndIf}
    Rename "$INSTDIR\${PROGRAM}" "$INSTDIR\old-$0\${PROGRAM}"
  ${EndIf}
  ClearErrors
  SetOutPath "$INSTDIR" ; out of the folder that is to be renamed
  Rename "$INSTDIR\new\_internal" "$INSTDIR\_internal"
  Rename "$INSTDIR\new\${PROGRAM}" "$INSTDIR\${PROGRAM}"
  ${If} ${Errors}
    Call InUse
  ${EndIf}
  RMDir "$INSTDIR\new"
  Call RemoveOld
FunctionEnd

; Something has a file of the program open, a virus scanner for example.
Function InUse
  Call ClearNew
  MessageBox MB_OK|MB_ICONSTOP "$(FOLDER_IN_USE)" /SD IDOK
  SetErrorLevel ${EXIT_FOLDER}
  Quit
FunctionEnd

; Remove the program in old-$0: the files that it names itself, and folders that are empty then.
; Its list is made by the builder: paths below _internal, files first, then folders, deepest first.
Function RemoveOld
  StrCpy $1 "$INSTDIR\old-$0"
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
          Delete "$1\_internal\$3"
        ${EndIf}
      ${EndIf}
    ${Loop}
    FileClose $2
    Delete "$1\_internal\files.txt"
  ${EndIf}
  Delete "$1\${PROGRAM}"
  RMDir "$1\_internal"
  RMDir "$1"
FunctionEnd
