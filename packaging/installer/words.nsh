; Words for people, English and Nepali. Those of buttons and of NSIS itself are in Nepali.nlf and
; Nepali.nsh.

!macro WORDS name english nepali
  LangString ${name} ${LANG_ENGLISH} "${english}"
  LangString ${name} ${LANG_NEPALI} "${nepali}"
!macroend
!define Words "!insertmacro WORDS"
!define BR "$\r$\n"

${Words} SETUP_LANGUAGE "en" "ne"
${Words} OTHER_LANGUAGE "नेपालीमा" "In English"
${Words} OTHER_LANGUAGE_CODE "ne" "en"

${Words} WHERE_TITLE "Bhuktani ${VERSION}" "Bhuktani ${VERSION}"
${Words} WHERE_SUBTITLE "Pay customers' internet bills at the counter." \
  "काउन्टरबाटै ग्राहकको इन्टरनेट बिल तिर्नुहोस्।"
${Words} WHERE_NEW "Bhuktani will be installed for you on this computer. Nobody's password is needed.${BR}${BR}Press Install." \
  "यो कम्प्युटरमा तपाईँका लागि Bhuktani राखिन्छ। कसैको पासवर्ड चाहिँदैन।${BR}${BR}इन्स्टल थिच्नुहोस्।"
${Words} WHERE_UPGRADE "Bhuktani $Earlier is installed here and becomes ${VERSION}. Payments, settings and backups stay as they are.${BR}${BR}Press Update." \
  "यहाँ Bhuktani $Earlier छ, अब ${VERSION} हुन्छ। भुक्तानी, सेटिङ र ब्याकअप जस्ताको तस्तै रहन्छन्।${BR}${BR}अपडेट थिच्नुहोस्।"
${Words} WHERE_REPAIR "Bhuktani ${VERSION} is installed here already. Its files will be put in order. Payments, settings and backups stay as they are.${BR}${BR}Press Repair." \
  "यहाँ Bhuktani ${VERSION} पहिल्यै छ। यसका फाइल फेरि ठीक पारिन्छन्। भुक्तानी, सेटिङ र ब्याकअप जस्ताको तस्तै रहन्छन्।${BR}${BR}मर्मत थिच्नुहोस्।"
${Words} WHERE_FOLDER "Where" "कहाँ"
${Words} WHERE_BROWSE "Browse..." "छान्नुहोस्..."
${Words} WHERE_SPACE "Room that must be free: $Need MB, a part of it only until it is installed." \
  "खाली हुनुपर्ने ठाउँ: $Need MB, केही भाग राख्दा मात्र।"
${Words} BUTTON_INSTALL "&Install" "इन्स्टल (&I)"
${Words} BUTTON_UPGRADE "&Update" "अपडेट (&U)"
${Words} BUTTON_REPAIR "&Repair" "मर्मत (&R)"
${Words} INSTALLING "Putting the files in place. Payments and settings are not touched." \
  "फाइल राखिँदै छ। भुक्तानी र सेटिङमा हात लगाइँदैन।"
${Words} REMOVING "Removing the program's files." "प्रोग्रामका फाइल हटाइँदै छ।"
${Words} BUTTON_READY "&Finish" "सकियो (&F)"
${Words} READY_TITLE "Bhuktani is ready" "Bhuktani तयार छ"
${Words} READY_SUBTITLE "Bhuktani ${VERSION} is on this computer." "यो कम्प्युटरमा Bhuktani ${VERSION} राखियो।"
${Words} READY_TEXT "You find it in the start menu and on the desktop." \
  "स्टार्ट मेनु र डेस्कटपमा यो भेटिन्छ।"
${Words} READY_START "Start Bhuktani now" "अहिले नै Bhuktani खोल्नुहोस्"
${Words} LINK_TIP "Pay customers' internet bills" "ग्राहकको इन्टरनेट बिल तिर्ने"

${Words} TOO_OLD "Bhuktani needs a 64-bit Windows 10 (version 1809) or later. Nothing was changed on this computer.${BR}${BR}Update Windows, or use another computer." \
  "Bhuktani लाई 64-bit को Windows 10 (संस्करण 1809) वा त्योभन्दा नयाँ चाहिन्छ। यो कम्प्युटरमा केही फेरिएको छैन।${BR}${BR}Windows अपडेट गर्नुहोस्, वा अर्को कम्प्युटर चलाउनुहोस्।"
${Words} NEWER_IS_THERE "A newer Bhuktani ($Newer) is installed. It stays as it is; you need not do anything." \
  "यहाँ योभन्दा नयाँ Bhuktani ($Newer) छ। त्यही रहन्छ, केही गर्नु पर्दैन।"
${Words} SETUP_TWICE "Bhuktani is being installed or removed in another window. Finish there first." \
  "अर्को विन्डोमा Bhuktani राखिँदै वा हटाइँदै छ। पहिले त्यो सिध्याउनुहोस्।"
${Words} IS_RUNNING "Bhuktani is open.${BR}${BR}Press OK to close it and go on. Payments that are waiting are kept, and are looked up again when it starts." \
  "Bhuktani खुलै छ।${BR}${BR}बन्द गरेर अघि बढ्न OK थिच्नुहोस्। पर्खाइमा भएका भुक्तानी सुरक्षित रहन्छन् र फेरि खोल्दा आफैँ जाँचिन्छन्।"
${Words} IS_SENDING "A payment is being sent. Bhuktani cannot be closed now, and nothing was changed.${BR}${BR}Wait until its result is on the screen, at most a minute. Then press Retry." \
  "भुक्तानी पठाउँदै छ। अहिले बन्द गर्न मिल्दैन, केही फेरिएको छैन।${BR}${BR}नतिजा स्क्रिनमा नआएसम्म पर्खनुहोस्, बढीमा एक मिनेट। त्यसपछि Retry थिच्नुहोस्।"
${Words} CLOSE_BY_HAND "Bhuktani is still open, and nothing was changed.${BR}${BR}Close its window yourself, then press Retry. If there is no window, restart the computer and start this setup again." \
  "Bhuktani अझै खुलै छ, केही फेरिएको छैन।${BR}${BR}यसको विन्डो आफैँ बन्द गर्नुहोस्, अनि Retry थिच्नुहोस्। विन्डो देखिँदैन भने कम्प्युटर फेरि सुरु गरेर यो सेटअप चलाउनुहोस्।"
${Words} FOLDER_NO_PATH "Choose a folder on a drive of this computer, such as C:\Shop\Bhuktani." \
  "यही कम्प्युटरको ड्राइभको फोल्डर छान्नुहोस्, जस्तै C:\Shop\Bhuktani।"
${Words} FOLDER_CLOSED "Windows does not let you write into$\r$\n$INSTDIR$\r$\n$\r$\nNothing was changed. Choose another folder, or make room on the drive." \
  "Windows ले यो फोल्डरमा लेख्न दिएन:$\r$\n$INSTDIR$\r$\n$\r$\nकेही फेरिएको छैन। अर्को फोल्डर छान्नुहोस्, वा ड्राइभमा ठाउँ बनाउनुहोस्।"
${Words} FOLDER_OF_OTHERS "Another program, or somebody's files, are in$\r$\n$INSTDIR$\r$\n$\r$\nNothing was changed. Choose another folder." \
  "यो फोल्डरमा अर्को प्रोग्राम वा अरू फाइल छन्:$\r$\n$INSTDIR$\r$\n$\r$\nकेही फेरिएको छैन। अर्को फोल्डर छान्नुहोस्।"
${Words} NO_ROOM "The drive is too full: $Need MB must be free, and $Free MB are.${BR}${BR}Nothing was changed, and no payment is touched. Empty the recycle bin, or remove what nobody needs, and try again." \
  "ड्राइभ भरिएको छ: $Need MB खाली चाहिन्छ, $Free MB मात्र छ।${BR}${BR}केही फेरिएको छैन, कुनै भुक्तानीमा असर परेको छैन। रिसाइकल बिन खाली गर्नुहोस् वा नचाहिने कुरा हटाउनुहोस्, अनि फेरि प्रयास गर्नुहोस्।"
${Words} FILE_CLOSED "Windows does not let this file be written:$\r$\n$0$\r$\n$\r$\nNo payment is touched. Make room on the drive, or close what has the file open, and press Retry. Cancel leaves a Bhuktani that is here as it is." \
  "Windows ले यो फाइल लेख्न दिएन:$\r$\n$0$\r$\n$\r$\nकुनै भुक्तानीमा असर परेको छैन। ड्राइभमा ठाउँ बनाउनुहोस्, वा फाइल चलाउने प्रोग्राम बन्द गर्नुहोस्, अनि Retry थिच्नुहोस्। Cancel थिचे यहाँ भएको Bhuktani जस्ताको तस्तै रहन्छ।"
${Words} ^ErrorWriting "The drive is too full, or Windows does not let this file be written. No payment is touched. The file: " \
  "ड्राइभ भरिएको छ, वा Windows ले यो फाइल लेख्न दिएन। कुनै भुक्तानीमा असर परेको छैन। फाइल: "
${Words} STOPPED_TITLE "Bhuktani was not installed" "Bhuktani राखिएन"
${Words} STOPPED_SUBTITLE "No payment is touched, and a Bhuktani that was here is as before. Make room on the drive, and start this setup again." \
  "कुनै भुक्तानीमा असर परेको छैन, पहिलेको Bhuktani जस्ताको तस्तै छ। ड्राइभमा ठाउँ बनाएर यो सेटअप फेरि चलाउनुहोस्।"
${Words} FOLDER_IN_USE "Another program, such as a virus scanner, is using Bhuktani's files. The old Bhuktani stays, and no payment is touched.${BR}${BR}Restart the computer and start this setup again." \
  "अर्को प्रोग्राम, जस्तै एन्टिभाइरस, ले Bhuktani का फाइल चलाइरहेको छ। पुरानै Bhuktani रहन्छ, कुनै भुक्तानीमा असर परेको छैन।${BR}${BR}कम्प्युटर फेरि सुरु गरेर यो सेटअप फेरि चलाउनुहोस्।"

${Words} REMOVE_IN_USE "Another program, such as a virus scanner, is using Bhuktani's files, or another user of this computer has it open. Nothing was removed.${BR}${BR}Restart the computer and try again." \
  "अर्को प्रोग्राम, जस्तै एन्टिभाइरस, ले Bhuktani का फाइल चलाइरहेको छ, वा यो कम्प्युटरको अर्को प्रयोगकर्ताले खोलेको छ। केही हटाइएको छैन।${BR}${BR}कम्प्युटर फेरि सुरु गरेर फेरि प्रयास गर्नुहोस्।"
${Words} REMOVE_TITLE "Remove Bhuktani" "Bhuktani हटाउनुहोस्"
${Words} REMOVE_SUBTITLE "The program goes; your records stay unless you say otherwise." \
  "प्रोग्राम हट्छ; तपाईँको रेकर्ड रहन्छ, तपाईँले नभनेसम्म।"
${Words} REMOVE_TEXT "The program is removed from this computer. The record of payments, the settings, the backups and the token stay, and are used again if you install Bhuktani later:" \
  "यो कम्प्युटरबाट प्रोग्राम हटाइन्छ। भुक्तानीको रेकर्ड, सेटिङ, ब्याकअप र टोकन रहन्छन्, पछि फेरि Bhuktani राख्दा काम लाग्छन्:"
${Words} REMOVE_DATA_BOX "&Also remove the record of payments, the settings, the backups and the tokens" \
  "भुक्तानीको रेकर्ड, सेटिङ, ब्याकअप र टोकन पनि हटाउनुहोस् (&A)"
${Words} REMOVE_DATA_SURE "All payments of this shop on this computer will be removed for ever, with their backups. Payments that are WAITING can no longer be looked up, and the service may ask you for them.${BR}${BR}Do you really want to remove them?" \
  "यो कम्प्युटरमा भएका पसलका सबै भुक्तानी ब्याकअपसहित सधैँका लागि हट्छन्। पर्खाइमा भएका भुक्तानी अब जाँच्न मिल्दैन, सेवाले तिनका बारेमा सोध्न सक्छ।${BR}${BR}साँच्चै हटाउने हो?"
${Words} REMOVE_DATA_LEFT "Some of the records could not be removed. They are still in$\r$\n$LOCALAPPDATA\Bhuktani" \
  "केही रेकर्ड हटाउन सकिएन। ती अझै यहाँ छन्:$\r$\n$LOCALAPPDATA\Bhuktani"
