; The running program, seen by what it holds (desktop_app/installer/running_marks.py).
;
; Setup takes its own name first and then looks for the program's; the program does it the other
; way round. Whoever comes second sees the first, so that neither starts in the other's way.

!define MUTEX_RUNNING "Local\Bhuktani.Running"
!define MUTEX_SENDING "Local\Bhuktani.Sending"
!define MUTEX_SETUP "Local\Bhuktani.Setup"
!define SYNCHRONIZE 0x00100000
!define ERROR_ALREADY_EXISTS 183
!define ERROR_ACCESS_DENIED 5

; What "Bhuktani.exe --close" answers.
!define CLOSE_DONE 0
!define CLOSE_SENDING 3

!define SILENT_PATIENCE 90 ; seconds for a payment, whose answer takes a minute at most

Var SetupClaim

!macro RUNNING un
  ; $0 is "1" if somebody holds the name in $0, otherwise "0".
  Function ${un}IsHeld
    Push $1
    System::Call "kernel32::OpenMutexW(i${SYNCHRONIZE}, i0, w r0)p.r0 ?e"
    Pop $1
    ${If} $0 P<> 0
      System::Call "kernel32::CloseHandle(p r0)"
      StrCpy $0 1
    ${ElseIf} $1 = ${ERROR_ACCESS_DENIED} ; of a program that somebody started as another user
      StrCpy $0 1
    ${Else}
      StrCpy $0 0
    ${EndIf}
    Pop $1
  FunctionEnd

  ; From here on no program starts; a second setup ends.
  Function ${un}ClaimSetup
    System::Call "kernel32::CreateMutexW(p0, i0, w'${MUTEX_SETUP}')p.r0 ?e"
    Pop $1
    StrCpy $SetupClaim $0
    ${If} $1 = ${ERROR_ALREADY_EXISTS}
    ${OrIf} $0 P= 0
      MessageBox MB_OK|MB_ICONSTOP "$(SETUP_TWICE)" /SD IDOK
      SetErrorLevel ${EXIT_TWICE}
      Quit
    ${EndIf}
  FunctionEnd

  ; Programs may start again.
  Function ${un}ReleaseSetup
    System::Call "kernel32::CloseHandle(p $SetupClaim)"
    StrCpy $SetupClaim 0
  FunctionEnd

  ; Returns when no program runs; otherwise setup ends with its exit code.
  Function ${un}EndProgram
    Push $0
    Push $1
    Push $2
    Push $3
    StrCpy $2 0 ; seconds waited for a payment
    ${Do}
      StrCpy $0 "${MUTEX_RUNNING}"
      Call ${un}IsHeld
      ${If} $0 = 0
        ${Break}
      ${EndIf}

      StrCpy $0 "${MUTEX_SENDING}"
      Call ${un}IsHeld
      ${If} $0 = 1
        Call ${un}WaitForPayment
        ${Continue}
      ${EndIf}

      MessageBox MB_OKCANCEL|MB_ICONINFORMATION "$(IS_RUNNING)" /SD IDOK IDOK +3
      SetErrorLevel 1
      Quit
      ClearErrors
      ExecWait '"$INSTDIR\${PROGRAM}" --close' $1
      ${If} ${Errors}
        StrCpy $1 -1
      ${EndIf}
      ${If} $1 = ${CLOSE_SENDING}
        Call ${un}WaitForPayment
        ${Continue}
      ${EndIf}
      ${For} $3 1 10 ; the process ends a moment after its answer
        StrCpy $0 "${MUTEX_RUNNING}"
        Call ${un}IsHeld
        ${If} $0 = 0
          ${Break}
        ${EndIf}
        Sleep 500
      ${Next}
      ${If} $0 = 1
        ; Another copy or another data folder, or it hangs: a person has to look.
        MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(CLOSE_BY_HAND)" /SD IDCANCEL IDRETRY +3
        SetErrorLevel ${EXIT_RUNNING}
        Quit
      ${EndIf}
    ${Loop}
    Pop $3
    Pop $2
    Pop $1
    Pop $0
  FunctionEnd

  ; One look later; $2 counts the seconds of a silent setup.
  Function ${un}WaitForPayment
    ${If} ${Silent}
      ${If} $2 >= ${SILENT_PATIENCE}
        SetErrorLevel ${EXIT_PAYMENT}
        Quit
      ${EndIf}
      Sleep 1000
      IntOp $2 $2 + 1
      Return
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IS_SENDING)" IDRETRY +3
    SetErrorLevel ${EXIT_PAYMENT}
    Quit
  FunctionEnd
!macroend

!insertmacro RUNNING ""
!insertmacro RUNNING "un."
