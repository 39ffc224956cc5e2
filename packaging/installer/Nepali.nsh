; Nepali (1121) for the Modern UI of NSIS: the pages that Bhuktani uses. NSIS has no Nepali itself.

!insertmacro LANGFILE "Nepali" "Nepali" "नेपाली" "Nepali"

!ifdef MUI_INSTFILESPAGE
  ${LangFileString} MUI_TEXT_INSTALLING_TITLE "राख्दै छ"
  ${LangFileString} MUI_TEXT_INSTALLING_SUBTITLE "Bhuktani राखिँदै छ, एक छिन पर्खनुहोस्।"
  ${LangFileString} MUI_TEXT_FINISH_TITLE "तयार भयो"
  ${LangFileString} MUI_TEXT_FINISH_SUBTITLE "Bhuktani राखियो।"
  ${LangFileString} MUI_TEXT_ABORT_TITLE "राखिएन"
  ${LangFileString} MUI_TEXT_ABORT_SUBTITLE "Bhuktani राख्ने काम पूरा भएन। पहिलेको प्रोग्राम जस्ताको तस्तै छ।"
!endif

!ifdef MUI_UNINSTFILESPAGE
  ${LangFileString} MUI_UNTEXT_UNINSTALLING_TITLE "हटाउँदै छ"
  ${LangFileString} MUI_UNTEXT_UNINSTALLING_SUBTITLE "Bhuktani हटाइँदै छ, एक छिन पर्खनुहोस्।"
  ${LangFileString} MUI_UNTEXT_FINISH_TITLE "हटाइयो"
  ${LangFileString} MUI_UNTEXT_FINISH_SUBTITLE "Bhuktani यो कम्प्युटरबाट हट्यो।"
  ${LangFileString} MUI_UNTEXT_ABORT_TITLE "हटाइएन"
  ${LangFileString} MUI_UNTEXT_ABORT_SUBTITLE "Bhuktani हटाउने काम पूरा भएन।"
!endif
