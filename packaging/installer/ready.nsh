; The last page.

Var StartBox

Function ReadyPage
  !insertmacro MUI_HEADER_TEXT "$(READY_TITLE)" "$(READY_SUBTITLE)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 0 100% 30u "$(READY_TEXT)"
  Pop $0
  ${NSD_CreateCheckBox} 0 36u 100% 12u "$(READY_START)"
  Pop $StartBox
  ${NSD_Check} $StartBox
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:$(BUTTON_READY)"
  GetDlgItem $0 $HWNDPARENT 2
  ShowWindow $0 ${SW_HIDE} ; nothing is left to cancel
  nsDialogs::Show
FunctionEnd

Function ReadyPageLeave
  ${NSD_GetState} $StartBox $0
  ${If} $0 = ${BST_CHECKED}
    SetOutPath "$PROFILE" ; nothing that it opens shall keep our own folder from being removed
    Exec '"$INSTDIR\${PROGRAM}"'
  ${EndIf}
FunctionEnd
