; The page of the uninstaller, and the owner's data.

Var RemoveAll
Var RemoveAllBox

Function un.RemovingPage
  !insertmacro MUI_HEADER_TEXT "$(REMOVE_TITLE)" "$(REMOVE_SUBTITLE)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 0 100% 44u "$(REMOVE_TEXT)"
  Pop $0
  ${NSD_CreateLabel} 0 48u 100% 20u "$LOCALAPPDATA\${APP}"
  Pop $0
  ${NSD_CreateCheckBox} 0 76u 100% 24u "$(REMOVE_DATA_BOX)"
  Pop $RemoveAllBox
  SendMessage $RemoveAllBox ${BM_SETCHECK} $RemoveAll 0
  nsDialogs::Show
FunctionEnd

Function un.RemovingPageLeave
  ${NSD_GetState} $RemoveAllBox $RemoveAll
  ${If} $RemoveAll = ${BST_CHECKED}
    MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "$(REMOVE_DATA_SURE)" IDYES +2
    Abort
  ${EndIf}
FunctionEnd

; A program that is open in another session, or that a scanner reads, cannot be removed as a whole.
Function un.SeeProgramFree
  ${IfNot} ${FileExists} "$INSTDIR\${PROGRAM}"
    Return
  ${EndIf}
  ${For} $1 1 20
    ClearErrors
    FileOpen $0 "$INSTDIR\${PROGRAM}" a
    ${IfNot} ${Errors}
      FileClose $0
      Return
    ${EndIf}
    Sleep 500
  ${Next}
  MessageBox MB_OK|MB_ICONSTOP "$(REMOVE_IN_USE)" /SD IDOK
  SetErrorLevel ${EXIT_FOLDER}
  Quit
FunctionEnd

; The program knows its own files and tokens best, so it removes them, while it is still there.
Function un.RemoveData
  ${If} $RemoveAll != ${BST_CHECKED}
    Return
  ${EndIf}
  ClearErrors
  ExecWait '"$INSTDIR\${PROGRAM}" --remove-data' $0
  ${If} ${Errors}
  ${OrIf} $0 <> 0
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(REMOVE_DATA_LEFT)" /SD IDOK
  ${EndIf}
FunctionEnd
