; The one page that asks something: where.

Var Folder

Function WherePage
  !insertmacro MUI_HEADER_TEXT "$(WHERE_TITLE)" "$(WHERE_SUBTITLE)"
  nsDialogs::Create 1018
  Pop $0
  ${If} $Earlier == ""
    StrCpy $1 "$(WHERE_NEW)"
  ${ElseIf} $Earlier == "${VERSION}"
    StrCpy $1 "$(WHERE_REPAIR)"
  ${Else}
    StrCpy $1 "$(WHERE_UPGRADE)"
  ${EndIf}
  ${NSD_CreateLabel} 0 0 100% 44u "$1"
  Pop $0
  ${NSD_CreateLabel} 0 52u 100% 10u "$(WHERE_FOLDER)"
  Pop $0
  ${NSD_CreateDirRequest} 0 64u 218u 14u "$INSTDIR"
  Pop $Folder
  ${NSD_CreateBrowseButton} 224u 64u 76u 14u "$(WHERE_BROWSE)"
  Pop $0
  ${NSD_OnClick} $0 BrowseFolder
  ${If} $Earlier != ""
    ; It stays where it is: two copies of one program would share one record.
    EnableWindow $Folder 0
    EnableWindow $0 0
  ${EndIf}
  Call SeeRoom
  ${NSD_CreateLabel} 0 84u 100% 10u "$(WHERE_SPACE)"
  Pop $0
  ${NSD_CreateButton} 0 122u 76u 15u "$(OTHER_LANGUAGE)"
  Pop $0
  ${NSD_OnClick} $0 SwitchLanguage
  GetDlgItem $0 $HWNDPARENT 1
  ${If} $Earlier == "${VERSION}"
    SendMessage $0 ${WM_SETTEXT} 0 "STR:$(BUTTON_REPAIR)"
  ${ElseIf} $Earlier != ""
    SendMessage $0 ${WM_SETTEXT} 0 "STR:$(BUTTON_UPGRADE)"
  ${Else}
    SendMessage $0 ${WM_SETTEXT} 0 "STR:$(BUTTON_INSTALL)"
  ${EndIf}
  nsDialogs::Show
FunctionEnd

Function BrowseFolder
  Pop $0
  ${NSD_GetText} $Folder $1
  nsDialogs::SelectFolderDialog "$(WHERE_FOLDER)" "$1"
  Pop $0
  ${If} $0 != error
    ; In a folder of its own, also where somebody chooses a whole drive.
    ${GetFileName} "$0" $1
    ${If} $1 != "${APP}"
      ${WordReplace} "$0\${APP}" "\\" "\" "+" $0
    ${EndIf}
    ${NSD_SetText} $Folder "$0"
  ${EndIf}
FunctionEnd

; Setup is started once more: its words cannot change while it runs.
Function SwitchLanguage
  Pop $0
  Call ReleaseSetup
  ${NSD_GetText} $Folder $INSTDIR
  Exec '"$EXEPATH" /LANG=$(OTHER_LANGUAGE_CODE) /D=$INSTDIR' ; NSIS wants it last and unquoted
  SendMessage $HWNDPARENT ${WM_CLOSE} 0 0 ; Quit would not end the dialog from here
FunctionEnd

Function WherePageLeave
  ${NSD_GetText} $Folder $0
  StrCpy $1 $0 2 1 ; a full path of a drive
  ${If} $1 != ":\"
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(FOLDER_NO_PATH)"
    Abort
  ${EndIf}
  StrCpy $INSTDIR $0
  Call SeeRoom
  ${If} $0 <> 0
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(NO_ROOM)"
    Abort
  ${EndIf}
  Call SeeWhose
  ${If} $0 = ${EXIT_NEWER}
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(NEWER_IS_THERE)"
    Abort
  ${ElseIf} $0 <> 0
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(FOLDER_OF_OTHERS)"
    Abort
  ${EndIf}
  ClearErrors
  CreateDirectory "$INSTDIR"
  GetTempFileName $1 "$INSTDIR"
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(FOLDER_CLOSED)"
    Abort
  ${EndIf}
  Delete "$1"
  RMDir "$INSTDIR" ; empty, unless there is something in it
FunctionEnd
