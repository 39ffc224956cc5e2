; The installer of Bhuktani (NSIS 3). For one user, without administrator rights.
;
; The builder gives: VERSION, VERSION_4 (four numbers), FOLDER (the program's files), LISTING (a
; generated script with one line a file), SIZE_KB, OUTPUT, ADDRESS where the project has one, SIGN where executables are signed; HEADER,
; PYTHON and HEADER_WORDS (a file, and an interpreter with a script that puts our words into NSIS).
;
; What it promises: a program that runs keeps running until it ended by itself; an interrupted
; upgrade leaves the old program whole; what is removed is named, file by file.

Unicode true
!if /FileExists "${NSISDIR}\Stubs\lzma_solid-amd64-unicode"
  Target amd64-unicode
!endif
!ifdef QUICK ; for trying it, not for shops
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif
CRCCheck force
!packhdr "${HEADER}" '"${PYTHON}" "${HEADER_WORDS}" "${HEADER}"'
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10

!define APP "Bhuktani"
!define PUBLISHER "Bhuktani"
!define PROGRAM "Bhuktani.exe"
!define UNINSTALLER "uninstall.exe"
!define APP_ID "Bhuktani.Counter"
!define LEAST_BUILD 17763 ; Windows 10, 1809
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${APP}"

; Exit codes, besides those of NSIS: 0 done, 1 cancelled, 2 stopped by an error.
!define EXIT_PAYMENT 3
!define EXIT_RUNNING 4
!define EXIT_WINDOWS 5
!define EXIT_NEWER 6
!define EXIT_TWICE 7
!define EXIT_FOLDER 8
!define EXIT_ROOM 9

Name "${APP}"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\${APP}"
BrandingText "${APP} ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow
AllowSkipFiles off
AutoCloseWindow true
SetDateSave on

VIProductVersion "${VERSION_4}"
VIFileVersion "${VERSION_4}"
VIAddVersionKey /LANG=0 "CompanyName" "${PUBLISHER}"
VIAddVersionKey /LANG=0 "FileDescription" "${APP} Setup"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "LegalCopyright" "MIT licence"
VIAddVersionKey /LANG=0 "ProductName" "${APP}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"

!ifdef SIGN
  !finalize '${SIGN} "%1"' = 0
  !uninstfinalize '${SIGN} "%1"' = 0
!endif

!include LogicLib.nsh
!include FileFunc.nsh
!include TextFunc.nsh
!include WinVer.nsh
!include WordFunc.nsh
!include x64.nsh
!include MUI2.nsh
!include nsDialogs.nsh

Var Earlier        ; the version that is installed, or ""
Var EarlierFolder  ; where it is

!define MUI_ICON "${FOLDER}\_internal\resources\icons\app\bhuktani.ico"
!define MUI_UNICON "${FOLDER}\_internal\resources\icons\app\bhuktani.ico"
!include "${LISTING}"
!include running.nsh
!include links.nsh
!include folder.nsh
!include swap.nsh
!include where.nsh
!include ready.nsh
!include removing.nsh

Page custom WherePage WherePageLeave
!define MUI_INSTFILESPAGE_ABORTHEADER_TEXT "$(STOPPED_TITLE)"
!define MUI_INSTFILESPAGE_ABORTHEADER_SUBTEXT "$(STOPPED_SUBTITLE)"
!insertmacro MUI_PAGE_INSTFILES
Page custom ReadyPage ReadyPageLeave
UninstPage custom un.RemovingPage un.RemovingPageLeave
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGEEX "." "Nepali"
!include words.nsh
FileErrorText "$(FILE_CLOSED)" "$(FILE_CLOSED)"

; --- before anything is touched -----------------------------------------------------------------

Function .onInit
  Call ChooseLanguage
  ${IfNot} ${AtLeastBuild} ${LEAST_BUILD}
  ${OrIfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "$(TOO_OLD)" /SD IDOK
    SetErrorLevel ${EXIT_WINDOWS}
    Abort
  ${EndIf}
  Call ClaimSetup
  ReadRegStr $Earlier HKCU "${UNINSTALL_KEY}" "DisplayVersion"
  ReadRegStr $EarlierFolder HKCU "${UNINSTALL_KEY}" "InstallLocation"
  ${If} $Earlier == ""
  ${OrIf} $EarlierFolder == ""
  ${OrIfNot} ${FileExists} "$EarlierFolder\*" ; its drive is gone: install it anew
    StrCpy $Earlier ""
    StrCpy $EarlierFolder ""
    Return
  ${EndIf}
  StrCpy $INSTDIR $EarlierFolder
  ${VersionCompare} $Earlier ${VERSION} $0
  ${If} $0 == 1
    StrCpy $Newer $Earlier
    MessageBox MB_OK|MB_ICONSTOP "$(NEWER_IS_THERE)" /SD IDOK
    SetErrorLevel ${EXIT_NEWER}
    Abort
  ${EndIf}
FunctionEnd

; The language of the command line, of the last time, or of this Windows.
Function ChooseLanguage
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/LANG=" $1
  ${If} ${Errors}
    ReadRegStr $1 HKCU "${UNINSTALL_KEY}" "SetupLanguage"
  ${EndIf}
  ${If} $1 == ""
    ; Most computers in Nepal have an English Windows with the country set to Nepal.
    System::Call "kernel32::GetUserDefaultLCID()i.r2"
    IntOp $2 $2 & 0xFFFF
    ${If} $2 = ${LANG_NEPALI}
      StrCpy $1 "ne"
    ${EndIf}
  ${EndIf}
  ${If} $1 == "ne"
    StrCpy $LANGUAGE ${LANG_NEPALI}
  ${Else}
    StrCpy $LANGUAGE ${LANG_ENGLISH}
  ${EndIf}
FunctionEnd

; --- installing, upgrading, repairing -----------------------------------------------------------

Section
  SetShellVarContext current
  SetDetailsPrint listonly ; names of files say nothing to a shopkeeper
  Call SeeFolder
  Call EndProgram
  SetDetailsPrint both
  DetailPrint "$(INSTALLING)"
  SetDetailsPrint listonly
  Call RemoveOlder
  Call ClearNew
  !insertmacro LISTED_EXTRACT "$INSTDIR\new"
  Call SwapIn
  ClearErrors
  WriteUninstaller "$INSTDIR\${UNINSTALLER}"
  ${If} ${Errors}
    Abort
  ${EndIf}
  Call MakeLinks

  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${APP}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM},0"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\${UNINSTALLER}"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\${UNINSTALLER}" /S'
  !ifdef ADDRESS
    WriteRegStr HKCU "${UNINSTALL_KEY}" "URLInfoAbout" "${ADDRESS}"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "URLUpdateInfo" "${ADDRESS}"
  !endif
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  WriteRegStr HKCU "${UNINSTALL_KEY}" "SetupLanguage" "$(SETUP_LANGUAGE)"
  Call ReleaseSetup
  SetDetailsPrint both ; NSIS's own last word: completed
SectionEnd

Function .onInstFailed
  ; A disk that is full of a half program would keep the old one from recording payments.
  SetOutPath "$TEMP" ; the current folder cannot be removed
  Call ClearNew
  RMDir "$INSTDIR" ; empty, unless there is a program in it
  Call ReleaseSetup
FunctionEnd

; --- uninstalling -------------------------------------------------------------------------------

Function un.onInit
  ReadRegStr $1 HKCU "${UNINSTALL_KEY}" "SetupLanguage"
  StrCpy $LANGUAGE ${LANG_ENGLISH}
  ${If} $1 == "ne"
    StrCpy $LANGUAGE ${LANG_NEPALI}
  ${EndIf}
  Call un.ClaimSetup
FunctionEnd

Section un.Uninstall
  SetAutoClose false ; that it is gone is the last thing to see
  SetShellVarContext current
  SetDetailsPrint listonly
  Call un.EndProgram
  Call un.SeeProgramFree
  SetDetailsPrint both
  DetailPrint "$(REMOVING)"
  SetDetailsPrint listonly
  Call un.RemoveData
  Delete "$SMPROGRAMS\${APP}.lnk"
  Delete "$DESKTOP\${APP}.lnk"
  SetOutPath "$TEMP" ; a folder that is somebody's current one cannot be removed
  !insertmacro LISTED_REMOVE "$INSTDIR\new"
  !insertmacro LISTED_REMOVE "$INSTDIR"
  ${For} $0 1 9
    ${If} ${FileExists} "$INSTDIR\old-$0\*"
      Call un.RemoveOld
    ${EndIf}
  ${Next}
  ${If} ${FileExists} "$INSTDIR\${PROGRAM}"
    Abort ; it can be removed once more, from Apps & features
  ${EndIf}
  Delete "$INSTDIR\${UNINSTALLER}"
  RMDir "$INSTDIR"
  ${GetParent} "$INSTDIR" $0
  ${If} $0 == "$LOCALAPPDATA\Programs"
    RMDir "$0" ; empty, unless there are other programs
  ${EndIf}
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  Call un.ReleaseSetup
  SetDetailsPrint both
SectionEnd
