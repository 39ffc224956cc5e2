; Shortcuts that carry the program's AppUserModelID (desktop_app/system/taskbar.py sets the same), so that
; Windows groups its window with a pinned shortcut.

!include Win\COM.nsh
!include Win\Propkey.nsh

Function MakeLinks
  SetOutPath "$PROFILE" ; what a shortcut starts in; our own folder could not be removed then
  StrCpy $0 "$SMPROGRAMS\${APP}.lnk"
  Call MakeLink
  ; Somebody who removed it from the desktop does not get it back by an upgrade.
  StrCpy $0 "$DESKTOP\${APP}.lnk"
  ${If} $Earlier == ""
  ${OrIf} $Earlier == "${VERSION}"
  ${OrIf} ${FileExists} "$0"
    Call MakeLink
  ${EndIf}
FunctionEnd

; $0: path of the shortcut.
Function MakeLink
  CreateShortcut "$0" "$INSTDIR\${PROGRAM}" "" "$INSTDIR\${PROGRAM}" 0 SW_SHOWNORMAL "" "$(LINK_TIP)"
  !insertmacro ComHlpr_CreateInProcInstance ${CLSID_ShellLink} ${IID_IShellLink} r1 ""
  ${If} $1 P= 0
    Return
  ${EndIf}
  ${IUnknown::QueryInterface} $1 '("${IID_IPersistFile}",.r2)'
  ${If} $2 P<> 0
    StrCpy $3 0
    ${IPersistFile::Load} $2 '(r0,${STGM_READWRITE}).r7'
    ${If} $7 = 0
      ${IUnknown::QueryInterface} $1 '("${IID_IPropertyStore}",.r3)'
    ${EndIf}
    ${If} $3 P<> 0
      System::Call '*${SYSSTRUCT_PROPERTYKEY}(${PKEY_AppUserModel_ID})p.r4'
      System::Call '*(&w64 "${APP_ID}")p.r6'
      System::Call '*${SYSSTRUCT_PROPVARIANT}(${VT_LPWSTR},,p r6)p.r5'
      ${IPropertyStore::SetValue} $3 '(r4,r5).r7'
      ${If} $7 = 0
        ${IPropertyStore::Commit} $3 ""
        ${IPersistFile::Save} $2 '(r0,1)'
      ${EndIf}
      System::Free $4
      System::Free $5
      System::Free $6
      ${IUnknown::Release} $3 ""
    ${EndIf}
    ${IUnknown::Release} $2 ""
  ${EndIf}
  ${IUnknown::Release} $1 ""
FunctionEnd
