<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ne_NP">
<context>
    <name>AboutPage</name>
    <message>
        <source>About Bhuktani</source>
        <translation>Bhuktani बारे</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बन्द गर्नुहोस्</translation>
    </message>
    <message>
        <source>Bhuktani {version}</source>
        <translation>Bhuktani {version}</translation>
    </message>
    <message>
        <source>Takes cash for internet bills and pays them through the shop’s prepaid account.</source>
        <translation>इन्टरनेट बिलको नगद लिएर पसलको प्रिपेड खाताबाट तिर्ने प्रोग्राम।</translation>
    </message>
    <message>
        <source>Publisher: Bhuktani. Licence: MIT.</source>
        <translation>प्रकाशक: Bhuktani। लाइसेन्स: MIT।</translation>
    </message>
    <message>
        <source>Part and licence</source>
        <translation>भाग र लाइसेन्स</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>संस्करण</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>भागहरू</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>लाइसेन्सको पाठ</translation>
    </message>
    <message>
        <source>Reading the list of parts…</source>
        <translation>भागहरूको सूची पढ्दै छ…</translation>
    </message>
    <message>
        <source>Show the file</source>
        <translation>फाइल देखाउनुहोस्</translation>
    </message>
    <message>
        <source>The list of parts cannot be read.</source>
        <translation>भागहरूको सूची पढ्न सकिएन।</translation>
    </message>
    <message>
        <source>The list of all parts (SBOM) comes with the installed program.</source>
        <translation>सबै भागको सूची (SBOM) इन्स्टल गरिएको प्रोग्रामसँग आउँछ।</translation>
    </message>
    <message>
        <source>List of all parts (SBOM, CycloneDX):</source>
        <translation>सबै भागको सूची (SBOM, CycloneDX):</translation>
    </message>
    <message>
        <source>The folder cannot be opened here.</source>
        <translation>यहाँ फोल्डर खोल्न सकिएन।</translation>
    </message>
    <message>
        <source>No licence named</source>
        <translation>लाइसेन्स लेखिएको छैन</translation>
    </message>
    <message>
        <source>There is no text of this licence here.</source>
        <translation>यो लाइसेन्सको पाठ यहाँ छैन।</translation>
    </message>
</context>
<context>
    <name>AccountCheck</name>
    <message>
        <source>The customer says that it is right</source>
        <translation>ग्राहकले ठीक छ भन्नुभयो</translation>
    </message>
    <message>
        <source>Read this back to the customer</source>
        <translation>यो ग्राहकलाई पढेर सुनाउनुहोस्</translation>
    </message>
    <message>
        <source>{provider} does not say whose account this is. With a typing error, a stranger gets the payment.</source>
        <translation>यो खाता कसको हो, {provider} ले बताउँदैन। टाइप गर्दा गल्ती भए अर्कैको खातामा भुक्तानी हुन्छ।</translation>
    </message>
</context>
<context>
    <name>ActionBox</name>
    <message>
        <source>Check now</source>
        <translation>अहिले जाँच्नुहोस्</translation>
    </message>
    <message>
        <source>Copy reference</source>
        <translation>रिफरेन्स कपी गर्नुहोस्</translation>
    </message>
    <message>
        <source>Record answer</source>
        <translation>जवाफ लेख्नुहोस्</translation>
    </message>
    <message>
        <source>Print receipt</source>
        <translation>रसिद प्रिन्ट गर्नुहोस्</translation>
    </message>
    <message>
        <source>Cash to give back</source>
        <translation>फिर्ता दिनुपर्ने नगद</translation>
    </message>
    <message>
        <source>Pay again. Or: {give_back}</source>
        <translation>फेरि तिर्नुहोस्। नभए: {give_back}</translation>
    </message>
    <message>
        <source>Nothing is left to do</source>
        <translation>गर्न बाँकी केही छैन</translation>
    </message>
    <message>
        <source>Pay again</source>
        <translation>फेरि तिर्नुहोस्</translation>
    </message>
</context>
<context>
    <name>ActionRow</name>
    <message>
        <source>Customer…</source>
        <translation>ग्राहक…</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>मनपर्ने</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>भनियो</translation>
    </message>
    <message>
        <source>No customer is chosen.</source>
        <translation>कुनै ग्राहक छानिएको छैन।</translation>
    </message>
    <message>
        <source>Not told</source>
        <translation>भनिएको छैन</translation>
    </message>
    <message>
        <source>WhatsApp…</source>
        <translation>ह्वाट्सएप…</translation>
    </message>
    <message>
        <source>Not a favourite</source>
        <translation>मनपर्ने होइन</translation>
    </message>
</context>
<context>
    <name>BackupList</name>
    <message>
        <source>Backup</source>
        <translation>ब्याकअप</translation>
    </message>
    <message>
        <source>State</source>
        <translation>अवस्था</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>भुक्तानी</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>साइज</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>ब्याकअप</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>रिस्टोर गर्नुहोस्…</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>जाँचिएको</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>चल्दैन</translation>
    </message>
</context>
<context>
    <name>BackupPage</name>
    <message>
        <source>Back up now</source>
        <translation>अहिले ब्याकअप गर्नुहोस्</translation>
    </message>
    <message>
        <source>A backup holds payments and customers. It never holds the token.</source>
        <translation>ब्याकअपमा भुक्तानी र ग्राहकको विवरण हुन्छ। टोकन कहिल्यै हुँदैन।</translation>
    </message>
    <message>
        <source>Copy it to a USB stick now and then</source>
        <translation>बेलाबेला पेन ड्राइभमा कपी गर्नुहोस्</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>फोल्डर</translation>
    </message>
    <message>
        <source>Once a day, soon after the start. The last 30 are kept.</source>
        <translation>दिनको एक पटक, प्रोग्राम खोलेपछि। पछिल्ला 30 वटा राखिन्छन्।</translation>
    </message>
    <message>
        <source>Looking for backups…</source>
        <translation>ब्याकअप खोज्दै छ…</translation>
    </message>
    <message>
        <source>Nothing in practice is real, so nothing of it is kept.</source>
        <translation>अभ्यासमा केही साँच्चैको हुँदैन, त्यसैले राखिँदैन।</translation>
    </message>
    <message>
        <source>Practice has no backups</source>
        <translation>अभ्यासको ब्याकअप हुँदैन</translation>
    </message>
    <message>
        <source>The first is made by itself, soon after the first payment.</source>
        <translation>पहिलो भुक्तानीपछि पहिलो ब्याकअप आफैँ बन्छ।</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>अहिलेसम्म ब्याकअप छैन</translation>
    </message>
    <message>
        <source>Last backup: {when}</source>
        <translation>पछिल्लो ब्याकअप: {when}</translation>
    </message>
    <message>
        <source>The record of payments is damaged</source>
        <translation>भुक्तानीको रेकर्ड बिग्रिएको छ</translation>
    </message>
    <message>
        <source>Begin an empty record…</source>
        <translation>खाली रेकर्ड सुरु गर्नुहोस्…</translation>
    </message>
    <message>
        <source>There is no good backup. Call support first.</source>
        <translation>चल्ने ब्याकअप छैन। पहिले सपोर्टलाई फोन गर्नुहोस्।</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>रिस्टोर गर्नुहोस्…</translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation>ब्याकअप गर्दै छ…</translation>
    </message>
    <message>
        <source>Cash given back after it shows as owed again: do not give it twice.</source>
        <translation>त्यसपछि फिर्ता दिएको नगद फेरि फिर्ता दिनुपर्ने देखिन्छ: दोहोर्‍याएर नदिनुहोस्।</translation>
    </message>
    <message>
        <source>The record as it is now is kept beside it.</source>
        <translation>अहिलेको रेकर्ड पनि छुट्टै राखिन्छ।</translation>
    </message>
    <message>
        <source>Payments that wait in the backup are checked again by themselves.</source>
        <translation>ब्याकअपमा पर्खाइमा रहेका भुक्तानी आफैँ फेरि जाँचिन्छन्।</translation>
    </message>
    <message>
        <source>Go back to the backup of {when}?</source>
        <translation>यो ब्याकअप रिस्टोर गर्ने हो: {when}?</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>रिस्टोर गर्नुहोस्</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>नगर्नुहोस्</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>रिस्टोर गर्दै छ…</translation>
    </message>
    <message>
        <source>Begin an empty record?</source>
        <translation>खाली रेकर्ड सुरु गर्ने हो?</translation>
    </message>
    <message>
        <source>Earlier payments are not in it: do not make them again. The damaged record is kept for support.</source>
        <translation>अघिल्ला भुक्तानी त्यसमा हुँदैनन्: तिनलाई फेरि नगर्नुहोस्। बिग्रिएको रेकर्ड सपोर्टका लागि राखिन्छ।</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>सुरु गर्नुहोस्</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>भयो।</translation>
    </message>
    <message>
        <source>Done. The earlier record is kept as {file}.</source>
        <translation>भयो। अघिल्लो रेकर्ड यहाँ राखिएको छ: {file}</translation>
    </message>
    <message>
        <source>today, {time}</source>
        <translation>आज, {time}</translation>
    </message>
    <message>
        <source>yesterday, {time}</source>
        <translation>हिजो, {time}</translation>
    </message>
    <message>
        <source>Payments made after it may be missing. They were made all the same: do not make them again.</source>
        <translation>त्यसपछिका भुक्तानी त्यसमा नहुन सक्छन्। ती भइसकेका हुन्: फेरि नगर्नुहोस्।</translation>
    </message>
    <message>
        <source>No payment was made after it.</source>
        <translation>त्यसपछि कुनै भुक्तानी भएको छैन।</translation>
    </message>
    <message>
        <source>Payments made after it will be missing: {count}. They were made all the same: do not make them again.</source>
        <translation>त्यसपछिका {count} वटा भुक्तानी त्यसमा हुँदैनन्। ती भइसकेका हुन्: फेरि नगर्नुहोस्।</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>आफैँ बन्ने ब्याकअप</translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s). Checked and readable.</source>
        <translation>
            <numerusform>%n वटा भुक्तानी। जाँचिएको छ, पढ्न मिल्छ।</numerusform>
            <numerusform>%n वटा भुक्तानी। जाँचिएको छ, पढ्न मिल्छ।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest good backup is of {when}, with %n payment(s).</source>
        <translation>
            <numerusform>चल्ने सबैभन्दा नयाँ ब्याकअप: {when}, %n वटा भुक्तानी।</numerusform>
            <numerusform>चल्ने सबैभन्दा नयाँ ब्याकअप: {when}, %n वटा भुक्तानी।</numerusform>
        </translation>
    </message>
    <message>
        <source>The backup is made and checked. Nobody has changed the record.</source>
        <translation>ब्याकअप बन्यो र जाँचियो। रेकर्ड कसैले फेरेको छैन।</translation>
    </message>
    <message>
        <source>Check the record</source>
        <translation>रेकर्ड जाँच्नुहोस्</translation>
    </message>
    <message>
        <source>Comparing the record with what was written…</source>
        <translation>रेकर्ड लेखिएकै जस्तो छ कि छैन हेर्दै छ…</translation>
    </message>
    <message>
        <source>Every entry of the record is as it was written.</source>
        <translation>रेकर्डको हरेक विवरण लेखिएकै जस्तो छ।</translation>
    </message>
</context>
<context>
    <name>Balance</name>
    <message>
        <source>At the pace of the last weeks the balance lasts until about {time}. Add balance at the service.</source>
        <translation>गएका हप्ताहरूको चालमा यो ब्यालेन्स करिब {time} सम्म पुग्छ। सेवामा ब्यालेन्स थप्नुहोस्।</translation>
    </message>
</context>
<context>
    <name>BillPanel</name>
    <message>
        <source>Customer</source>
        <translation>ग्राहक</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>प्याकेज</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>बिल</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>लिएको सेवा</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>कनेक्सन</translation>
    </message>
    <message>
        <source>{amount} · do not take cash for it</source>
        <translation>{amount} · यसको नगद नलिनुहोस्</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>जम्मा</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>पैसा मिलाएको</translation>
    </message>
    <message>
        <source>Cash to take</source>
        <translation>लिने नगद</translation>
    </message>
    <message>
        <source>Paying now</source>
        <translation>भुक्तानी हुँदै छ</translation>
    </message>
    <message>
        <source>Total to pay</source>
        <translation>तिर्नुपर्ने जम्मा</translation>
    </message>
    <message>
        <source>Package price</source>
        <translation>प्याकेजको मूल्य</translation>
    </message>
    <message>
        <source>Due so far</source>
        <translation>अहिलेसम्मको बक्यौता</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>दर</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>भ्याट</translation>
    </message>
    <message>
        <source>Service charge</source>
        <translation>सेवा शुल्क</translation>
    </message>
    <message numerus="yes">
        <source>used %n day(s) of the old package</source>
        <translation>
            <numerusform>पुरानो प्याकेज %n दिन चलेको</numerusform>
            <numerusform>पुरानो प्याकेज %n दिन चलेको</numerusform>
        </translation>
    </message>
    <message>
        <source>{provider} confirms later, as usual.</source>
        <translation>{provider} ले सधैँजस्तै पछि पक्का गर्छ।</translation>
    </message>
    <message>
        <source>Until then the payment stands in Waiting, and you keep the cash.</source>
        <translation>त्यतिन्जेल भुक्तानी “पर्खाइमा” रहन्छ, नगद आफैँसँग राख्नुहोस्।</translation>
    </message>
    <message>
        <source>Due, not part of this payment</source>
        <translation>बाँकी, यो भुक्तानीमा पर्दैन</translation>
    </message>
    <message>
        <source>{provider} asks {now} today, not {listed} as in the list.</source>
        <translation>{provider} ले आज {now} माग्छ, सूचीको {listed} होइन।</translation>
    </message>
    <message>
        <source>To take</source>
        <translation>लिनुपर्ने रकम</translation>
    </message>
</context>
<context>
    <name>CardActions</name>
    <message>
        <source>runs out {when}</source>
        <translation>सकिने: {when}</translation>
    </message>
    <message>
        <source>{name} is saved.</source>
        <translation>सेभ भयो: {name}</translation>
    </message>
    <message>
        <source>{account} is not this customer’s any more.</source>
        <translation>अब यो ग्राहकको होइन: {account}</translation>
    </message>
    <message>
        <source>{name} is a favourite now.</source>
        <translation>अब मनपर्नेमा: {name}</translation>
    </message>
    <message>
        <source>It is noted that {name} was told.</source>
        <translation>भनिएको रेकर्ड भयो: {name}</translation>
    </message>
    <message>
        <source>It is noted that {name} was not told.</source>
        <translation>नभनिएको रेकर्ड भयो: {name}</translation>
    </message>
    <message>
        <source>{name} is not a favourite any more.</source>
        <translation>अब मनपर्नेमा छैन: {name}</translation>
    </message>
</context>
<context>
    <name>CardColumn</name>
    <message>
        <source>Money came back</source>
        <translation>सेवाले रद्द गर्‍यो</translation>
    </message>
    <message>
        <source>Paid, then sent back by the company: pay again, or give the cash back</source>
        <translation>तिरिसकेको, पछि कम्पनीले रद्द गरेको: फेरि तिर्नुहोस् वा नगद फिर्ता दिनुहोस्</translation>
    </message>
    <message>
        <source>Money to give back</source>
        <translation>फिर्ता दिनुपर्ने पैसा</translation>
    </message>
    <message>
        <source>Not paid, the customer has not been given the money yet</source>
        <translation>भुक्तानी भएन, ग्राहकलाई पैसा अझै फिर्ता दिइएको छैन</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier payment(s)</source>
        <translation>
            <numerusform>अघिका %n वटा भुक्तानी</numerusform>
            <numerusform>अघिका %n वटा भुक्तानी</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more payment(s)</source>
        <translation>
            <numerusform>पछिका %n वटा भुक्तानी</numerusform>
            <numerusform>पछिका %n वटा भुक्तानी</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardDetails</name>
    <message>
        <source>Copy reference</source>
        <translation>रिफरेन्स कपी गर्नुहोस्</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>PDF सेभ गर्नुहोस्</translation>
    </message>
    <message>
        <source>History</source>
        <translation>के-के भयो</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>के-के भयो</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>प्रिन्ट गर्नुहोस्</translation>
    </message>
    <message>
        <source>Print slip</source>
        <translation>पुर्जी प्रिन्ट गर्नुहोस्</translation>
    </message>
    <message>
        <source>Hide history</source>
        <translation>लुकाउनुहोस्</translation>
    </message>
    <message numerus="yes">
        <source>%n more, see Payments</source>
        <translation>
            <numerusform>अरू %n वटा, भुक्तानी सूचीमा हेर्नुहोस्</numerusform>
            <numerusform>अरू %n वटा, भुक्तानी सूचीमा हेर्नुहोस्</numerusform>
        </translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>गुनासो</translation>
    </message>
    <message>
        <source>Settled otherwise</source>
        <translation>अर्कै तरिकाले मिल्यो</translation>
    </message>
</context>
<context>
    <name>CardList</name>
    <message>
        <source>Waiting payments</source>
        <translation>पर्खाइमा रहेका भुक्तानी</translation>
    </message>
</context>
<context>
    <name>CashPanel</name>
    <message>
        <source>Cash taken for bills</source>
        <translation>बिलका लागि लिएको नगद</translation>
    </message>
    <message>
        <source>Service charges</source>
        <translation>सेवा शुल्क</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>भुक्तानी भएको</translation>
    </message>
    <message>
        <source>Rounding of paisa</source>
        <translation>पैसा मिलाएको</translation>
    </message>
    <message>
        <source>Waiting, cash held</source>
        <translation>पर्खाइमा, राखेको नगद</translation>
    </message>
    <message>
        <source>Not paid, to give back</source>
        <translation>नतिरिएको, फिर्ता दिने</translation>
    </message>
    <message>
        <source>Cash received</source>
        <translation>लिएको नगद</translation>
    </message>
    <message>
        <source>Rs.</source>
        <translation>रु.</translation>
    </message>
    <message>
        <source>Change to give</source>
        <translation>दिने खुद्रा</translation>
    </message>
    <message>
        <source>Balance now</source>
        <translation>अहिलेको ब्यालेन्स</translation>
    </message>
    <message>
        <source>Balance after this payment</source>
        <translation>भुक्तानीपछिको ब्यालेन्स</translation>
    </message>
    <message>
        <source>Cash (pretend)</source>
        <translation>लिएको नगद (साँच्चै नलिनुहोस्)</translation>
    </message>
    <message>
        <source>Exact · F8</source>
        <translation>ठ्याक्कै · F8</translation>
    </message>
    <message>
        <source>Answer the question above first.</source>
        <translation>पहिले माथिको प्रश्नको जवाफ दिनुहोस्।</translation>
    </message>
    <message>
        <source>Yes, {amount} was given</source>
        <translation>हो, {amount} दिनुभयो</translation>
    </message>
    <message>
        <source>This is not an amount. Write it in digits, such as 2,000.</source>
        <translation>यो रकम होइन। अङ्कमा लेख्नुहोस्, जस्तै 2,000।</translation>
    </message>
    <message>
        <source>Is {amount} right?</source>
        <translation>{amount} ठीक हो?</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>अपुग</translation>
    </message>
    <message>
        <source>Given back today for earlier days</source>
        <translation>अघिका दिनको, आज फिर्ता दिएको</translation>
    </message>
    <message>
        <source>No cash</source>
        <translation>नगद छैन</translation>
    </message>
    <message>
        <source>All in cash</source>
        <translation>सबै नगदमा</translation>
    </message>
    <message>
        <source>QR, on account…</source>
        <translation>QR, उधारो…</translation>
    </message>
    <message>
        <source>In cash: {amount}</source>
        <translation>नगदमा: {amount}</translation>
    </message>
    <message>
        <source>Take no cash, and give no change.</source>
        <translation>नगद नलिनुहोस्, खुद्रा पनि नदिनुहोस्।</translation>
    </message>
    <message>
        <source>of it by QR or wallet</source>
        <translation>त्यसमध्ये QR वा वालेटबाट</translation>
    </message>
    <message>
        <source>of it on account</source>
        <translation>त्यसमध्ये उधारो</translation>
    </message>
</context>
<context>
    <name>CausesPanel</name>
    <message>
        <source>Open the payment</source>
        <translation>भुक्तानी खोल्नुहोस्</translation>
    </message>
</context>
<context>
    <name>CausesTable</name>
    <message>
        <source>What can explain it</source>
        <translation>के कारणले हुन सक्छ</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>भुक्तानी</translation>
    </message>
    <message>
        <source>Amount (Rs.)</source>
        <translation>रकम (रु.)</translation>
    </message>
    <message>
        <source>together, {at} of {count}</source>
        <translation>मिलाएर, {count} मध्ये {at}</translation>
    </message>
</context>
<context>
    <name>CheckAll</name>
    <message>
        <source>Check all that are due</source>
        <translation>बेला भएका सबै जाँच्नुहोस्</translation>
    </message>
    <message>
        <source>Checking {number} of {total}…</source>
        <translation>{total} मध्ये {number} औँ जाँच्दै छ…</translation>
    </message>
</context>
<context>
    <name>CheckRow</name>
    <message>
        <source>Check now</source>
        <translation>अहिले जाँच्नुहोस्</translation>
    </message>
    <message>
        <source>The check runs by itself, also after a restart.</source>
        <translation>जाँच आफैँ हुन्छ, प्रोग्राम फेरि खोलेपछि पनि।</translation>
    </message>
    <message>
        <source>Last check at {time}. It is still waiting; checks run by themselves.</source>
        <translation>पछिल्लो जाँच {time}। अझै पर्खाइमा छ; जाँच आफैँ हुन्छ।</translation>
    </message>
    <message>
        <source>The first check is possible {count} minutes after sending. It runs by itself, also after a restart.</source>
        <translation>पठाएको {count} मिनेटपछि पहिलो जाँच आफैँ हुन्छ, प्रोग्राम फेरि खोलेपछि पनि।</translation>
    </message>
</context>
<context>
    <name>ChoiceBanner</name>
    <message>
        <source>Looked up again.</source>
        <translation>फेरि खोजियो।</translation>
    </message>
    <message>
        <source>Nothing was paid. The figures are fresh: check them, then go on.</source>
        <translation>केही तिरिएको छैन। अङ्क ताजा छन्: हेर्नुहोस् अनि अगाडि बढ्नुहोस्।</translation>
    </message>
    <message>
        <source>The price has changed from {before} to {now}.</source>
        <translation>मूल्य {before} बाट {now} भएको छ।</translation>
    </message>
    <message>
        <source>Tell the customer before you go on.</source>
        <translation>अगाडि बढ्नुअघि ग्राहकलाई भन्नुहोस्।</translation>
    </message>
    <message>
        <source>One bill for each payment.</source>
        <translation>एक पटकमा एउटा बिल।</translation>
    </message>
    <message>
        <source>After this one, Ctrl N on the receipt page opens the customer’s other bills.</source>
        <translation>यो तिरेपछि रसिदको पानामा Ctrl N थिच्दा ग्राहकका अरू बिल खुल्छन्।</translation>
    </message>
    <message>
        <source>The amount is the figure {provider} asks for. It can differ from rate + VAT because of other charges.</source>
        <translation>रकम {provider} ले मागेको हो। अन्य शुल्कका कारण दर + भ्याटभन्दा फरक हुन सक्छ।</translation>
    </message>
    <message>
        <source>A due of {amount} is not part of this payment.</source>
        <translation>बाँकी {amount} यो भुक्तानीमा पर्दैन।</translation>
    </message>
    <message>
        <source>Do not take cash for it: the customer pays it at {provider}.</source>
        <translation>त्यसको नगद नलिनुहोस्: ग्राहकले {provider} मै तिर्नुहुन्छ।</translation>
    </message>
</context>
<context>
    <name>ChoicePage</name>
    <message>
        <source>Back</source>
        <translation>पछाडि</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>छान्ने</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>माथि-तल</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>जम्मा</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>अगाडि</translation>
    </message>
    <message>
        <source>Nothing in the list is called so.</source>
        <translation>सूचीमा यस्तो नाम भएको केही छैन।</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>रकम</translation>
    </message>
    <message>
        <source>Service charge</source>
        <translation>सेवा शुल्क</translation>
    </message>
    <message>
        <source>What can be paid</source>
        <translation>तिर्न मिल्ने</translation>
    </message>
    <message>
        <source>Choose a row first.</source>
        <translation>पहिले एउटा छान्नुहोस्।</translation>
    </message>
    <message>
        <source>Enter the amount.</source>
        <translation>रकम लेख्नुहोस्।</translation>
    </message>
    <message>
        <source>Bill {number} of {count}</source>
        <translation>{count} वटामध्ये बिल {number}</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>प्याकेज</translation>
    </message>
    <message>
        <source>Due so far</source>
        <translation>बक्यौता</translation>
    </message>
    <message>
        <source>Find in the list</source>
        <translation>सूचीमा खोज्नुहोस्</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>खोज्नुहोस्</translation>
    </message>
</context>
<context>
    <name>ChosenPayment</name>
    <message>
        <source>Reading…</source>
        <translation>पढ्दै…</translation>
    </message>
</context>
<context>
    <name>ClosesDialog</name>
    <message>
        <source>Earlier closes</source>
        <translation>पहिले बन्द गरेका सिफ्ट</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बन्द गर्नुहोस्</translation>
    </message>
    <message>
        <source>Print a copy</source>
        <translation>प्रतिलिपि प्रिन्ट गर्नुहोस्</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>प्रतिलिपि सेभ गर्नुहोस्</translation>
    </message>
    <message>
        <source>No shift was closed yet.</source>
        <translation>अहिलेसम्म कुनै सिफ्ट बन्द गरिएको छैन।</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Something is still being recorded.</source>
        <translation>अघिको कुरा रेकर्डमा अझै राखिँदै छ।</translation>
    </message>
    <message>
        <source>The program closes by itself once it is.</source>
        <translation>रेकर्ड भएपछि प्रोग्राम आफैँ बन्द हुन्छ।</translation>
    </message>
</context>
<context>
    <name>CommissionPage</name>
    <message>
        <source>Commission</source>
        <translation>कमिसन</translation>
    </message>
    <message>
        <source>Nepali month</source>
        <translation>नेपाली महिना</translation>
    </message>
    <message>
        <source>AD month</source>
        <translation>ई.सं. महिना</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>पात्रो</translation>
    </message>
    <message>
        <source>The month before</source>
        <translation>अघिल्लो महिना</translation>
    </message>
    <message>
        <source>The month after</source>
        <translation>पछिल्लो महिना</translation>
    </message>
    <message>
        <source>Commission by provider</source>
        <translation>कम्पनीअनुसार कमिसन</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>कम्पनी</translation>
    </message>
    <message>
        <source>Bills</source>
        <translation>बिल</translation>
    </message>
    <message>
        <source>Amount (Rs.)</source>
        <translation>रकम (रु.)</translation>
    </message>
    <message>
        <source>Commission (Rs.)</source>
        <translation>कमिसन (रु.)</translation>
    </message>
    <message>
        <source>No bill was paid in this month.</source>
        <translation>यस महिनामा कुनै बिल तिरिएको छैन।</translation>
    </message>
    <message>
        <source>Rates can be entered all the same.</source>
        <translation>दर भने अहिले पनि राख्न सकिन्छ।</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>पछाडि</translation>
    </message>
    <message>
        <source>Enter a rate</source>
        <translation>दर राख्नुहोस्</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>प्रिन्ट गर्नुहोस्</translation>
    </message>
    <message>
        <source>This is the present month.</source>
        <translation>यो अहिलेको महिना हो।</translation>
    </message>
    <message>
        <source>All providers</source>
        <translation>सबै कम्पनी</translation>
    </message>
    <message>
        <source>no rate entered</source>
        <translation>दर राखिएको छैन</translation>
    </message>
    <message>
        <source>Rs. {amount} for a bill</source>
        <translation>बिलको रु. {amount}</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>{day} देखि</translation>
    </message>
    <message>
        <source>Expected by your rates. The service did not confirm it.</source>
        <translation>तपाईँले राखेको दरअनुसार हुनुपर्ने रकम। सेवाले पक्का गरेको होइन।</translation>
    </message>
    <message>
        <source>Bills without a rate: {count}. Choose a provider and press Enter.</source>
        <translation>दर नभएका बिल: {count}। कम्पनी छानेर Enter थिच्नुहोस्।</translation>
    </message>
    <message>
        <source>Recorded.</source>
        <translation>रेकर्ड भयो।</translation>
    </message>
    <message>
        <source>commission for {company}</source>
        <translation>{company}को कमिसन</translation>
    </message>
    <message>
        <source>Commission sheet</source>
        <translation>कमिसन पाना</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>छापिँदै छ…</translation>
    </message>
    <message>
        <source>This did not work.</source>
        <translation>यो भएन।</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>सेभ भयो।</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>प्रिन्टरमा पठाइयो।</translation>
    </message>
</context>
<context>
    <name>CompaniesStep</name>
    <message>
        <source>Which companies does your street have?</source>
        <translation>तपाईँको टोलमा कुन-कुन कम्पनी छन्?</translation>
    </message>
    <message>
        <source>The first page shows only these. Type a name and press Enter for each one. Settings can change it at any time.</source>
        <translation>पहिलो पानामा यिनै मात्र देखिन्छन्। एक-एक गरी नाम टाइप गरेर Enter थिच्नुहोस्। सेटिङमा जहिले पनि फेर्न सकिन्छ।</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>कम्पनीहरू</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>अगाडि</translation>
    </message>
    <message>
        <source>Skip: all are on</source>
        <translation>छोड्नुहोस्: सबै राख्ने</translation>
    </message>
    <message>
        <source>{count} of {total} are chosen.</source>
        <translation>{total} मध्ये {count} वटा छानिए।</translation>
    </message>
</context>
<context>
    <name>CompanyList</name>
    <message>
        <source>Find a company</source>
        <translation>कम्पनी खोज्नुहोस्</translation>
    </message>
    <message>
        <source>Type a name, e.g. “vi”</source>
        <translation>नाम टाइप गर्नुहोस्, जस्तै “vi”</translation>
    </message>
    <message>
        <source>No company has this name.</source>
        <translation>यस्तो नामको कम्पनी छैन।</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>अगाडि राख्ने</translation>
    </message>
    <message>
        <source>Pinned: key {digit}</source>
        <translation>अगाडि: की {digit}</translation>
    </message>
    <message>
        <source>{name} is on. Space switches it off.</source>
        <translation>{name} देखिन्छ। Space थिच्दा हट्छ।</translation>
    </message>
    <message>
        <source>{name} is chosen already.</source>
        <translation>{name} पहिल्यै छानिएको छ।</translation>
    </message>
    <message>
        <source>{name} added.</source>
        <translation>{name} थपियो।</translation>
    </message>
</context>
<context>
    <name>ComplaintDialog</name>
    <message>
        <source>Complaint to the service</source>
        <translation>सेवालाई गुनासो</translation>
    </message>
    <message>
        <source>Text of the complaint</source>
        <translation>गुनासोको पाठ</translation>
    </message>
    <message>
        <source>Ticket of support</source>
        <translation>सपोर्टको टिकट</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>कपी गर्नुहोस्</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>प्रिन्ट गर्नुहोस्</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>PDF सेभ गर्नुहोस्</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बन्द गर्नुहोस्</translation>
    </message>
    <message>
        <source>Save ticket</source>
        <translation>टिकट सेभ गर्नुहोस्</translation>
    </message>
    <message>
        <source>Send it to the support of the service, and note the ticket they give.</source>
        <translation>यो सेवाको सपोर्टलाई पठाउनुहोस्, र उहाँहरूले दिएको टिकट टिप्नुहोस्।</translation>
    </message>
    <message>
        <source>The ticket is kept with the payment.</source>
        <translation>टिकट भुक्तानीसँगै राखियो।</translation>
    </message>
    <message>
        <source>The ticket could not be recorded.</source>
        <translation>टिकट रेकर्ड गर्न सकिएन।</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>कपी भयो।</translation>
    </message>
    <message>
        <source>Paste it into the message.</source>
        <translation>सन्देशमा पेस्ट गर्नुहोस्।</translation>
    </message>
</context>
<context>
    <name>ConfirmQuestions</name>
    <message>
        <source>{amount} of this customer is in the drawer.</source>
        <translation>यी ग्राहकको {amount} गल्लामै छ।</translation>
    </message>
    <message>
        <source>It came back from the company and is cash for this bill.</source>
        <translation>कम्पनीले रद्द गरेको रकम हो, यही बिलको नगद मान्नुहोस्।</translation>
    </message>
</context>
<context>
    <name>ConnectionPage</name>
    <message>
        <source>Real bills are paid with the shop’s balance.</source>
        <translation>पसलको ब्यालेन्सबाट साँच्चैको बिल तिरिन्छ।</translation>
    </message>
    <message>
        <source>The service’s test computer. Not for customers.</source>
        <translation>सेवाको टेस्ट कम्प्युटर। ग्राहकका लागि होइन।</translation>
    </message>
    <message>
        <source>Inside this computer only. For learning.</source>
        <translation>यही कम्प्युटरभित्र मात्र। सिक्नका लागि।</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>मोड</translation>
    </message>
    <message>
        <source>Practice needs no token and no internet.</source>
        <translation>अभ्यासलाई टोकन र इन्टरनेट चाहिँदैन।</translation>
    </message>
    <message>
        <source>They are checked by themselves, also after a restart, always with the token they were paid with.</source>
        <translation>ती आफैँ जाँचिन्छन्, प्रोग्राम फेरि खोलेपछि पनि, सधैँ पठाउँदाकै टोकनले।</translation>
    </message>
    <message>
        <source>Payments that wait</source>
        <translation>पर्खाइमा रहेका भुक्तानी</translation>
    </message>
    <message>
        <source>From then on real bills are paid with the shop’s balance.</source>
        <translation>त्यसपछि पसलको ब्यालेन्सबाट साँच्चैको बिल तिरिन्छ।</translation>
    </message>
    <message>
        <source>It is not for customers: do not take cash there.</source>
        <translation>यो ग्राहकका लागि होइन: त्यहाँ नगद नलिनुहोस्।</translation>
    </message>
    <message>
        <source>Nothing is paid there: do not take cash.</source>
        <translation>त्यहाँ केही तिरिँदैन: नगद नलिनुहोस्।</translation>
    </message>
    <message>
        <source>A payment that was begun but not sent is dropped. Nothing else is lost.</source>
        <translation>सुरु गरेको तर नपठाएको भुक्तानी हट्छ। अरू केही हराउँदैन।</translation>
    </message>
    <message>
        <source>Change to {environment}?</source>
        <translation>{environment}मा बदल्ने हो?</translation>
    </message>
    <message>
        <source>Change to {environment}</source>
        <translation>{environment}मा बदल्नुहोस्</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>नबदल्नुहोस्</translation>
    </message>
    <message>
        <source>Changing to {environment}. Nothing is paid until it is shown.</source>
        <translation>{environment}मा बदलिँदै छ। त्यो नदेखिएसम्म केही तिरिँदैन।</translation>
    </message>
</context>
<context>
    <name>CountPage</name>
    <message>
        <source>Compare</source>
        <translation>दाँज्नुहोस्</translation>
    </message>
    <message>
        <source>Reason for the difference</source>
        <translation>फरक पर्नुको कारण</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>फरक</translation>
    </message>
    <message>
        <source>Opening cash</source>
        <translation>सुरुको नगद</translation>
    </message>
    <message>
        <source>Expected cash</source>
        <translation>हुनुपर्ने नगद</translation>
    </message>
    <message>
        <source>Count the cash first</source>
        <translation>पहिले नगद गन्नुहोस्</translation>
    </message>
    <message>
        <source>Count first. What is expected is shown when you have counted.</source>
        <translation>पहिले गन्नुहोस्। गनेपछि हुनुपर्ने रकम देखिन्छ।</translation>
    </message>
    <message>
        <source>A payment opened this shift. Enter what lay in the drawer before it.</source>
        <translation>यो सिफ्ट एउटा भुक्तानीले खोल्यो। त्योभन्दा पहिले गल्लामा कति थियो, लेख्नुहोस्।</translation>
    </message>
    <message>
        <source>Count what lies in the drawer. Nothing typed is an empty drawer.</source>
        <translation>गल्लामा भएको नगद गन्नुहोस्। केही नलेखे गल्ला खाली मानिन्छ।</translation>
    </message>
    <message>
        <source>{amount} lay in it at the last close. Count anew, or open with that.</source>
        <translation>पछिल्लो पटक बन्द गर्दा गल्लामा {amount} थियो। फेरि गन्नुहोस्, वा त्यति नै राखेर खोल्नुहोस्।</translation>
    </message>
    <message>
        <source>Compare first</source>
        <translation>पहिले दाँज्नुहोस्</translation>
    </message>
    <message>
        <source>Write the reason for the difference</source>
        <translation>फरक पर्नुको कारण लेख्नुहोस्</translation>
    </message>
    <message>
        <source>Note on the Z report</source>
        <translation>Z रिपोर्टको टिप्पणी</translation>
    </message>
    <message>
        <source>Close + print Z report</source>
        <translation>बन्द गरी Z रिपोर्ट प्रिन्ट गर्नुहोस्</translation>
    </message>
    <message>
        <source>Note {amount}</source>
        <translation>{amount} लेख्नुहोस्</translation>
    </message>
    <message>
        <source>Open with {amount}</source>
        <translation>{amount} राखेर खोल्नुहोस्</translation>
    </message>
</context>
<context>
    <name>CountPanel</name>
    <message>
        <source>Counted cash</source>
        <translation>गनेको नगद</translation>
    </message>
    <message>
        <source>Count the cash</source>
        <translation>नगद गन्नुहोस्</translation>
    </message>
    <message>
        <source>next row</source>
        <translation>अर्को लाइन</translation>
    </message>
    <message>
        <source>Rs. {amount}</source>
        <translation>रु. {amount}</translation>
    </message>
    <message>
        <source>Pieces of {name}</source>
        <translation>{name} कति थान</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something in Bhuktani went wrong.</source>
        <translation>Bhuktani मा केही बिग्रियो।</translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation>पढेँ</translation>
    </message>
    <message>
        <source>Your record of payments is safe on disk. Close Bhuktani and start it again. Then look at Payments: for a payment that says WAITING keep the cash.

If this happens again, save the file for support (F1) and send it to support.</source>
        <translation>भुक्तानीको रेकर्ड डिस्कमा सुरक्षित छ। Bhuktani बन्द गरी फेरि खोल्नुहोस्। त्यसपछि भुक्तानी सूची हेर्नुहोस्: पर्खाइमा लेखिएको भुक्तानीको नगद राख्नुहोस्।

फेरि यस्तै भए सपोर्टको फाइल (F1) सेभ गरी सपोर्टलाई पठाउनुहोस्।</translation>
    </message>
</context>
<context>
    <name>Credit</name>
    <message>
        <source>Rs.</source>
        <translation>रु.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द गर्नुहोस्</translation>
    </message>
    <message>
        <source>Enter the amount</source>
        <translation>रकम लेख्नुहोस्</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>फरक छैन</translation>
    </message>
    <message>
        <source>{amount} less than expected</source>
        <translation>हुनुपर्नेभन्दा {amount} कम</translation>
    </message>
    <message>
        <source>{amount} more than expected</source>
        <translation>हुनुपर्नेभन्दा {amount} बढी</translation>
    </message>
    <message>
        <source>Its money was taken twice</source>
        <translation>यसको रकम दुई पटक काटियो</translation>
    </message>
    <message>
        <source>An earlier payment: its money was taken later</source>
        <translation>अघिको भुक्तानी: रकम पछि काटियो</translation>
    </message>
    <message>
        <source>The service gave its money back</source>
        <translation>सेवाले यसको रकम फिर्ता दियो</translation>
    </message>
    <message>
        <source>An earlier payment: its money was given back</source>
        <translation>अघिको भुक्तानी: रकम फिर्ता आयो</translation>
    </message>
    <message>
        <source>Its money had been given back before</source>
        <translation>यसको रकम पहिले नै फिर्ता आइसकेको थियो</translation>
    </message>
    <message>
        <source>A charge that nobody noted</source>
        <translation>कसैले नटिपेको शुल्क</translation>
    </message>
    <message>
        <source>A top-up that nobody noted</source>
        <translation>कसैले नटिपेको टप-अप</translation>
    </message>
    <message>
        <source>NOT PAID here, but its money was taken</source>
        <translation>यहाँ तिरिएको छैन, तर रकम काटियो</translation>
    </message>
    <message>
        <source>Still waiting, and its money was taken</source>
        <translation>अझै पर्खाइमा छ, र रकम काटियो</translation>
    </message>
    <message>
        <source>Open it and have it checked. If it was taken twice, complain at the service with its reference: the money is owed to the shop.</source>
        <translation>यसलाई खोलेर जाँच गराउनुहोस्। दुई पटक काटिएको भए यसको सन्दर्भ दिएर सेवामा गुनासो गर्नुहोस्: त्यो रकम पसलले पाउनुपर्छ।</translation>
    </message>
    <message>
        <source>It was sent before the first reading. There is nothing to do.</source>
        <translation>यो पहिलो टिपोटभन्दा अघि पठाइएको हो। केही गर्नु पर्दैन।</translation>
    </message>
    <message>
        <source>Open it and have it checked. If its money came back, the customer’s bill is not paid.</source>
        <translation>यसलाई खोलेर जाँच गराउनुहोस्। रकम पसलको खातामा आएको भए ग्राहकको बिल तिरिएको छैन।</translation>
    </message>
    <message>
        <source>It was sent before the first reading, and its money came back after it. There is nothing to do.</source>
        <translation>यो पहिलो टिपोटभन्दा अघि पठाइएको थियो, र रकम त्यसपछि पसलको खातामा आयो। केही गर्नु पर्दैन।</translation>
    </message>
    <message>
        <source>It came back before the first reading. There is nothing to do.</source>
        <translation>यो पहिलो टिपोटभन्दा अघि नै पसलको खातामा आएको हो। केही गर्नु पर्दैन।</translation>
    </message>
    <message>
        <source>Look at the service’s statement. If it took a charge, note it; else complain with this amount and day.</source>
        <translation>सेवाको विवरण हेर्नुहोस्। शुल्क काटेको भए टिप्नुहोस्; नत्र यही रकम र दिन बताएर गुनासो गर्नुहोस्।</translation>
    </message>
    <message>
        <source>If balance was added, note it as a top-up.</source>
        <translation>ब्यालेन्स थपिएको भए टप-अप भनेर टिप्नुहोस्।</translation>
    </message>
    <message>
        <source>Open it and complain at the service with its reference. Do not pay it again before that is answered.</source>
        <translation>यसलाई खोल्नुहोस् र सन्दर्भ दिएर सेवामा गुनासो गर्नुहोस्। जवाफ नआएसम्म फेरि नतिर्नुहोस्।</translation>
    </message>
    <message>
        <source>Keep the cash. The program asks until it has ended; then this is settled.</source>
        <translation>नगद राख्नुहोस्। टुङ्गो नलागेसम्म प्रोग्रामले सोधिरहन्छ; त्यसपछि यो मिल्छ।</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>ब्यालेन्स टिपोट</translation>
    </message>
    <message>
        <source>Top-up</source>
        <translation>टप-अप</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>शुल्क</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>मागिएको</translation>
    </message>
    <message>
        <source>Note of a newer program</source>
        <translation>नयाँ प्रोग्रामको टिपोट</translation>
    </message>
    <message>
        <source>Answer to the request</source>
        <translation>मागको जवाफ</translation>
    </message>
    <message>
        <source>{note}, taken back</source>
        <translation>रद्द गरेको: {note}</translation>
    </message>
    <message>
        <source>the service has the request</source>
        <translation>माग सेवामा पुग्यो</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>अस्वीकार</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>जवाफ आएन</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>पठाइएन</translation>
    </message>
    <message>
        <source>takes note {number} back</source>
        <translation>टिपोट {number} रद्द गर्छ</translation>
    </message>
    <message>
        <source>{amount} asked for.</source>
        <translation>{amount} मागियो।</translation>
    </message>
    <message>
        <source>The service did not take the request.</source>
        <translation>सेवाले माग लिएन।</translation>
    </message>
    <message>
        <source>The service did not answer.</source>
        <translation>सेवाले जवाफ दिएन।</translation>
    </message>
    <message>
        <source>The request was not sent.</source>
        <translation>माग पठाइएन।</translation>
    </message>
    <message>
        <source>{amount} was asked for a moment ago.</source>
        <translation>{amount} भर्खरै मागिएको छ।</translation>
    </message>
    <message>
        <source>That is a request only: nothing is added yet. The balance shows when it is.</source>
        <translation>यो माग मात्र हो: अहिलेसम्म केही थपिएको छैन। थपिएपछि ब्यालेन्समा देखिन्छ।</translation>
    </message>
    <message>
        <source>The request may have arrived. Call the service before you ask again.</source>
        <translation>माग पुगेको हुन सक्छ। फेरि माग्नुअघि सेवामा फोन गर्नुहोस्।</translation>
    </message>
    <message>
        <source>The internet is not working.</source>
        <translation>इन्टरनेट चलेको छैन।</translation>
    </message>
    <message>
        <source>It is not sent a second time.</source>
        <translation>दोस्रो पटक पठाइँदैन।</translation>
    </message>
    <message>
        <source>It is not certain that the service was asked.</source>
        <translation>सेवालाई सोधियो कि सोधिएन, पक्का छैन।</translation>
    </message>
    <message>
        <source>The service was not asked.</source>
        <translation>सेवालाई सोधिएन।</translation>
    </message>
</context>
<context>
    <name>CreditActions</name>
    <message>
        <source>The service is still being asked.</source>
        <translation>सेवालाई अझै सोधिँदै छ।</translation>
    </message>
    <message>
        <source>Wait for its answer.</source>
        <translation>जवाफ पर्खनुहोस्।</translation>
    </message>
    <message>
        <source>Asking the service…</source>
        <translation>सेवालाई सोधिँदै छ…</translation>
    </message>
    <message>
        <source>Recorded.</source>
        <translation>रेकर्ड भयो।</translation>
    </message>
</context>
<context>
    <name>CreditNoteDialog</name>
    <message>
        <source>Top-up or charge</source>
        <translation>टप-अप वा शुल्क</translation>
    </message>
    <message>
        <source>Top-up: balance was added</source>
        <translation>टप-अप: ब्यालेन्स थपियो</translation>
    </message>
    <message>
        <source>Charge: balance was taken</source>
        <translation>शुल्क: ब्यालेन्स काटियो</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>रकम</translation>
    </message>
    <message>
        <source>Note, such as the number of the deposit</source>
        <translation>टिपोट, जस्तै जम्मा गरेको नम्बर</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>रेकर्ड गर्नुहोस्</translation>
    </message>
</context>
<context>
    <name>CreditPage</name>
    <message>
        <source>The day before</source>
        <translation>अघिल्लो दिन</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>पछिल्लो दिन</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>पछाडि</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>ब्यालेन्स</translation>
    </message>
    <message>
        <source>Ask for balance</source>
        <translation>ब्यालेन्स माग्नुहोस्</translation>
    </message>
    <message>
        <source>Top-up or charge</source>
        <translation>टप-अप वा शुल्क</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>फेरि मिलाउनुहोस्</translation>
    </message>
    <message>
        <source>This is today.</source>
        <translation>यो आज हो।</translation>
    </message>
    <message>
        <source>Asking the service for the balance…</source>
        <translation>सेवालाई ब्यालेन्स सोधिँदै छ…</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>मिलाउँदै…</translation>
    </message>
    <message>
        <source>{problem} It is compared up to the last reading.</source>
        <translation>{problem} पछिल्लो टिपोटसम्म मिलाइएको छ।</translation>
    </message>
    <message>
        <source>There is no reading of this day’s beginning. The program keeps one from now on, each day.</source>
        <translation>यस दिनको सुरुको टिपोट छैन। अबदेखि प्रोग्रामले हरेक दिन टिप्छ।</translation>
    </message>
    <message>
        <source>There is one reading so far: nothing to compare yet.</source>
        <translation>अहिलेसम्म एउटा मात्र टिपोट छ: मिलाउन केही छैन।</translation>
    </message>
    <message>
        <source>Commission</source>
        <translation>कमिसन</translation>
    </message>
</context>
<context>
    <name>CreditRequestDialog</name>
    <message>
        <source>Amount to ask for</source>
        <translation>माग्ने रकम</translation>
    </message>
    <message>
        <source>Ask for balance</source>
        <translation>ब्यालेन्स माग्नुहोस्</translation>
    </message>
    <message>
        <source>The service is only asked. A person there decides, and the shop pays for it as agreed with the service. Nothing is added until the balance shows it.</source>
        <translation>यो सेवालाई सोधिने मात्र हो। त्यहाँको मान्छेले निर्णय गर्छ, र पसलले सेवासँग मिलेअनुसार तिर्छ। ब्यालेन्समा नदेखिएसम्म केही थपिएको हुँदैन।</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>माग्नुहोस्</translation>
    </message>
</context>
<context>
    <name>CustomerDialog</name>
    <message>
        <source>New customer</source>
        <translation>नयाँ ग्राहक</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>ग्राहक</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>फोन</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>टिपोट</translation>
    </message>
    <message>
        <source>For the shop alone</source>
        <translation>पसलका लागि मात्र</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>मनपर्ने</translation>
    </message>
    <message>
        <source>Is it one of these?</source>
        <translation>यीमध्ये कोही हो?</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>खाताहरू</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द गर्नुहोस्</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>यही हो</translation>
    </message>
    <message>
        <source>Not this customer’s</source>
        <translation>यो ग्राहकको होइन</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सेभ गर्नुहोस्</translation>
    </message>
    <message>
        <source>This customer has no accounts yet.</source>
        <translation>यो ग्राहकको खाता अझै छैन।</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>सेभ हुँदै छ…</translation>
    </message>
    <message>
        <source>Type the name</source>
        <translation>नाम लेख्नुहोस्</translation>
    </message>
    <message>
        <source>Choose a line above.</source>
        <translation>माथिको एउटा छान्नुहोस्।</translation>
    </message>
</context>
<context>
    <name>CustomerExport</name>
    <message>
        <source>Customers that match “{words}”</source>
        <translation>“{words}” सँग मिल्ने ग्राहक</translation>
    </message>
    <message>
        <source>Writing the Excel file…</source>
        <translation>एक्सेल फाइल लेख्दै छ…</translation>
    </message>
    <message>
        <source>The Excel file was not written.</source>
        <translation>एक्सेल फाइल लेखिएन।</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) so far.</source>
        <translation>
            <numerusform>अहिलेसम्म %n जना ग्राहक।</numerusform>
            <numerusform>अहिलेसम्म %n जना ग्राहक।</numerusform>
        </translation>
    </message>
    <message>
        <source>The Excel file could not be written.</source>
        <translation>एक्सेल फाइल लेख्न सकिएन।</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>फोन</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>कम्पनी</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>खाता</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>टिपोट</translation>
    </message>
    <message>
        <source>Name at the company</source>
        <translation>कम्पनीमा नाम</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>मनपर्ने</translation>
    </message>
    <message>
        <source>Runs out</source>
        <translation>सकिने दिन</translation>
    </message>
    <message>
        <source>Runs out (BS)</source>
        <translation>सकिने दिन (वि.सं.)</translation>
    </message>
    <message>
        <source>Last asked</source>
        <translation>पछिल्लो पटक सोधेको</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>भनियो</translation>
    </message>
    <message>
        <source>Last paid</source>
        <translation>पछिल्लो भुक्तानी</translation>
    </message>
    <message>
        <source>Package or bill last time</source>
        <translation>पछिल्लो प्याकेज वा बिल</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>ग्राहक</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>हो</translation>
    </message>
</context>
<context>
    <name>CustomerHeader</name>
    <message>
        <source>Connection: {name}</source>
        <translation>कनेक्सन: {name}</translation>
    </message>
    <message>
        <source>Unpaid bills</source>
        <translation>तिर्न बाँकी बिल</translation>
    </message>
    <message>
        <source>All bills together</source>
        <translation>सबै बिलको जम्मा</translation>
    </message>
    <message>
        <source>Current package</source>
        <translation>अहिलेको प्याकेज</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>शाखा</translation>
    </message>
    <message>
        <source>Days left</source>
        <translation>बाँकी दिन</translation>
    </message>
    <message>
        <source>Due so far</source>
        <translation>अहिलेसम्मको बक्यौता</translation>
    </message>
    <message numerus="yes">
        <source>used %n day(s)</source>
        <translation>
            <numerusform>%n दिन चलेको</numerusform>
            <numerusform>%n दिन चलेको</numerusform>
        </translation>
    </message>
    <message>
        <source>Due, not part of this payment</source>
        <translation>बाँकी रकम, यो भुक्तानीमा पर्दैन</translation>
    </message>
    <message>
        <source>not checked by {provider}</source>
        <translation>{provider} ले जाँचेको होइन</translation>
    </message>
</context>
<context>
    <name>CustomerList</name>
    <message>
        <source>Customers</source>
        <translation>ग्राहक</translation>
    </message>
    <message>
        <source>move</source>
        <translation>माथि-तल</translation>
    </message>
    <message>
        <source>look up and pay</source>
        <translation>खोजेर तिर्ने</translation>
    </message>
    <message>
        <source>favourites, due soon</source>
        <translation>मनपर्ने, सकिन लागेका</translation>
    </message>
    <message>
        <source>{shown} of {count} are read so far</source>
        <translation>{count} मध्ये {shown} जना देखाइएका छन्</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n जना ग्राहक</numerusform>
            <numerusform>%n जना ग्राहक</numerusform>
        </translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>तिर्नुहोस्</translation>
    </message>
    <message>
        <source>Pay for {customer}</source>
        <translation>बिल तिर्नुहोस्: {customer}</translation>
    </message>
</context>
<context>
    <name>CustomerPage</name>
    <message>
        <source>Back</source>
        <translation>पछाडि</translation>
    </message>
    <message>
        <source>Choose a customer</source>
        <translation>ग्राहक छान्ने</translation>
    </message>
    <message>
        <source>Cancel the look-up</source>
        <translation>खोज रद्द गर्ने</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>खोज्नुहोस्</translation>
    </message>
    <message>
        <source>{provider} customer</source>
        <translation>{provider} का ग्राहक</translation>
    </message>
    <message>
        <source>Look up again</source>
        <translation>फेरि खोज्नुहोस्</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>अगाडि</translation>
    </message>
    <message>
        <source>{provider} does not say whose account it is: check each character.</source>
        <translation>यो कसको खाता हो, {provider} ले बताउँदैन: हरेक अक्षर जाँच्नुहोस्।</translation>
    </message>
</context>
<context>
    <name>CustomerPanel</name>
    <message>
        <source>Paid last time</source>
        <translation>पछिल्लो पटक तिरेको</translation>
    </message>
    <message>
        <source>{branch} branch</source>
        <translation>{branch} शाखा</translation>
    </message>
    <message>
        <source>Days left</source>
        <translation>बाँकी दिन</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>पर्खाइमा</translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s)</source>
        <translation>
            <numerusform>%n वटा भुक्तानी</numerusform>
            <numerusform>%n वटा भुक्तानी</numerusform>
        </translation>
    </message>
    <message>
        <source>Paid here</source>
        <translation>यहाँ तिरेको</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n पटक</numerusform>
            <numerusform>%n पटक</numerusform>
        </translation>
    </message>
    <message>
        <source>Last payment</source>
        <translation>पछिल्लो भुक्तानी</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>रकम</translation>
    </message>
</context>
<context>
    <name>CustomerWrite</name>
    <message>
        <source>{name}’s card</source>
        <translation>{name}को कार्ड</translation>
    </message>
    <message>
        <source>account {account} taken off its customer</source>
        <translation>ग्राहकबाट हटाएको खाता: {account}</translation>
    </message>
    <message>
        <source>{name} as a favourite</source>
        <translation>मनपर्नेमा राखेको: {name}</translation>
    </message>
    <message>
        <source>{name} no longer a favourite</source>
        <translation>मनपर्नेबाट हटाएको: {name}</translation>
    </message>
    <message>
        <source>{name} was told</source>
        <translation>भनिएको: {name}</translation>
    </message>
    <message>
        <source>{name} was not told</source>
        <translation>नभनिएको: {name}</translation>
    </message>
</context>
<context>
    <name>Customers</name>
    <message>
        <source>Customer</source>
        <translation>ग्राहक</translation>
    </message>
    <message>
        <source>Package or bill last time</source>
        <translation>पछिल्लो प्याकेज वा बिल</translation>
    </message>
    <message>
        <source>Paid here</source>
        <translation>यहाँ तिरेको</translation>
    </message>
    <message>
        <source>Days left</source>
        <translation>बाँकी दिन</translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s) waiting</source>
        <translation>
            <numerusform>%n वटा पर्खाइमा</numerusform>
            <numerusform>%n वटा पर्खाइमा</numerusform>
        </translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>अहिलेसम्म छैन</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n दिन</numerusform>
            <numerusform>%n दिन</numerusform>
        </translation>
    </message>
    <message>
        <source>asked {when}</source>
        <translation>{when} सोधेको</translation>
    </message>
    <message>
        <source>today</source>
        <translation>आज</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n दिन अघि</numerusform>
            <numerusform>%n दिन अघि</numerusform>
        </translation>
    </message>
    <message>
        <source>Runs out</source>
        <translation>सकिने दिन</translation>
    </message>
    <message>
        <source>Last asked</source>
        <translation>पछिल्लो पटक सोधेको</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>%n दिनमा</numerusform>
            <numerusform>%n दिनमा</numerusform>
        </translation>
    </message>
    <message>
        <source>paid {when}</source>
        <translation>{when} तिरेको</translation>
    </message>
    <message>
        <source>told {when}</source>
        <translation>भनेको: {when}</translation>
    </message>
</context>
<context>
    <name>CustomersPage</name>
    <message>
        <source>Customers</source>
        <translation>ग्राहक</translation>
    </message>
    <message>
        <source>Search the customers</source>
        <translation>ग्राहक खोज्नुहोस्</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>केही भेटिएन</translation>
    </message>
    <message>
        <source>Esc clears the search.</source>
        <translation>Esc थिच्दा खोजी मेटिन्छ।</translation>
    </message>
    <message>
        <source>No customers yet</source>
        <translation>अहिलेसम्म ग्राहक छैन</translation>
    </message>
    <message>
        <source>Customers that you look up appear here.</source>
        <translation>तपाईँले खोजेका ग्राहक यहाँ देखिन्छन्।</translation>
    </message>
    <message>
        <source>On account</source>
        <translation>उधारो</translation>
    </message>
    <message>
        <source>Name, ID, phone, note</source>
        <translation>नाम, आईडी, फोन, टिपोट</translation>
    </message>
    <message>
        <source>The days left come with each look-up, from companies that tell them.</source>
        <translation>बाँकी दिन बताउने कम्पनीबाट हरेक खोजीसँग आउँछ।</translation>
    </message>
    <message>
        <source>Nobody’s account runs out then</source>
        <translation>त्यति बेला कसैको खाता सकिँदैन</translation>
    </message>
    <message>
        <source>No favourites yet</source>
        <translation>मनपर्ने ग्राहक अझै छैनन्</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द गर्नुहोस्</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>एक्सेल</translation>
    </message>
    <message>
        <source>Choose a customer under All, and press Ctrl B.</source>
        <translation>“सबै” मा ग्राहक छानेर Ctrl B थिच्नुहोस्।</translation>
    </message>
</context>
<context>
    <name>DayBar</name>
    <message>
        <source>The day before</source>
        <translation>अघिल्लो दिन</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>अर्को दिन</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>आज</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>हिजो</translation>
    </message>
</context>
<context>
    <name>DayList</name>
    <message>
        <source>Payments</source>
        <translation>भुक्तानी सूची</translation>
    </message>
    <message>
        <source>Amount (Rs.)</source>
        <translation>रकम (रु.)</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>ग्राहक</translation>
    </message>
    <message>
        <source>State</source>
        <translation>अवस्था</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>समय</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>रसिद</translation>
    </message>
    <message>
        <source>move</source>
        <translation>माथि-तल</translation>
    </message>
    <message>
        <source>day</source>
        <translation>दिन</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>गन्दै छ…</translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s)</source>
        <translation>
            <numerusform>%n वटा भुक्तानी</numerusform>
            <numerusform>%n वटा भुक्तानी</numerusform>
        </translation>
    </message>
    <message>
        <source>Paid {count}</source>
        <translation>भुक्तानी भयो {count}</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>मिति</translation>
    </message>
</context>
<context>
    <name>DayOverview</name>
    <message>
        <source>Provider</source>
        <translation>कम्पनी</translation>
    </message>
    <message>
        <source>All providers</source>
        <translation>सबै कम्पनी</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>क्यासियर</translation>
    </message>
    <message>
        <source>All operators</source>
        <translation>सबै क्यासियर</translation>
    </message>
</context>
<context>
    <name>DayPage</name>
    <message>
        <source>Day close</source>
        <translation>दिनको हिसाब</translation>
    </message>
    <message>
        <source>so far today</source>
        <translation>आज अहिलेसम्म</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>पछाडि</translation>
    </message>
    <message>
        <source>Cash in or out</source>
        <translation>नगद थप्ने वा निकाल्ने</translation>
    </message>
    <message>
        <source>X report</source>
        <translation>X रिपोर्ट</translation>
    </message>
    <message>
        <source>Open the shift</source>
        <translation>सिफ्ट खोल्नुहोस्</translation>
    </message>
    <message>
        <source>It is not recorded yet. {button} goes on with it.</source>
        <translation>अझै रेकर्ड भएको छैन। {button} थिचेर बाँकी गन्नुहोस्।</translation>
    </message>
    <message>
        <source>Opening cash</source>
        <translation>सुरुको नगद</translation>
    </message>
    <message>
        <source>Count and close</source>
        <translation>गनेर बन्द गर्नुहोस्</translation>
    </message>
    <message>
        <source>none open</source>
        <translation>खुला छैन</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>{time} देखि</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>सिफ्ट</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>रसिद</translation>
    </message>
    <message>
        <source>Waiting from earlier days</source>
        <translation>अघिल्ला दिनदेखि पर्खाइमा</translation>
    </message>
    <message>
        <source>To give back from earlier days</source>
        <translation>अघिल्ला दिनको फिर्ता दिनुपर्ने</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>रद्द भएको</translation>
    </message>
    <message>
        <source>Of these to settle</source>
        <translation>मिलाउन बाँकी</translation>
    </message>
    <message>
        <source>Balance at the service</source>
        <translation>सेवामा रहेको ब्यालेन्स</translation>
    </message>
    <message>
        <source>It lasts until about</source>
        <translation>पुग्ने अनुमानित समय</translation>
    </message>
    <message>
        <source>Cash given back today</source>
        <translation>आज फिर्ता दिएको नगद</translation>
    </message>
    <message>
        <source>Earlier closes</source>
        <translation>पहिले बन्द गरेका सिफ्ट</translation>
    </message>
    <message>
        <source>What you typed is kept.</source>
        <translation>टाइप गरेको गन्ती राखिएको छ।</translation>
    </message>
    <message>
        <source>Closed late: it was opened {time}.</source>
        <translation>ढिलो बन्द गरिएको: {time} मा खोलिएको थियो।</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>ब्यालेन्स</translation>
    </message>
    <message>
        <source>Check paid bills</source>
        <translation>बिल जाँच्नुहोस्</translation>
    </message>
    <message>
        <source>Old dues settled by QR or wallet</source>
        <translation>पुरानो उधारो QR वा वालेटबाट तिरेको</translation>
    </message>
</context>
<context>
    <name>DaySummary</name>
    <message>
        <source>Today</source>
        <translation>आज</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>भुक्तानी भयो</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>पर्खाइमा</translation>
    </message>
    <message>
        <source>Cash to give back</source>
        <translation>फिर्ता दिनुपर्ने नगद</translation>
    </message>
    <message>
        <source>Cash taken today</source>
        <translation>आज लिएको नगद</translation>
    </message>
    <message>
        <source>{amount} held</source>
        <translation>{amount} राखेको</translation>
    </message>
    <message>
        <source>for bills</source>
        <translation>बिलका लागि</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>{time} देखि</translation>
    </message>
    <message>
        <source>given back for earlier days: {amount}</source>
        <translation>अघिका दिनको फिर्ता: {amount}</translation>
    </message>
</context>
<context>
    <name>Decide</name>
    <message>
        <source>What did support answer?</source>
        <translation>सपोर्टले के भन्यो?</translation>
    </message>
    <message>
        <source>Reason: what support answered</source>
        <translation>कारण: सपोर्टले के भन्यो</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>निर्णय गर्ने व्यक्ति</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द गर्नुहोस्</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सेभ गर्नुहोस्</translation>
    </message>
    <message>
        <source>The cash stays in the drawer. The receipt can be printed.</source>
        <translation>नगद गल्लामै रहन्छ। रसिद प्रिन्ट गर्न मिल्छ।</translation>
    </message>
    <message>
        <source>Choose what support answered</source>
        <translation>सपोर्टको जवाफ छान्नुहोस्</translation>
    </message>
    <message>
        <source>Write the reason</source>
        <translation>कारण लेख्नुहोस्</translation>
    </message>
    <message>
        <source>Write who decides</source>
        <translation>निर्णय गर्नेको नाम लेख्नुहोस्</translation>
    </message>
    <message>
        <source>Money came back</source>
        <translation>सेवाले रद्द गर्‍यो</translation>
    </message>
    <message>
        <source>The bill is paid again, or the cash goes back to the customer.</source>
        <translation>बिल फेरि तिरिन्छ, वा नगद ग्राहकलाई फिर्ता दिइन्छ।</translation>
    </message>
    <message>
        <source>The cash goes back to the customer: see Money to give back.</source>
        <translation>नगद ग्राहकलाई फिर्ता दिनुपर्छ: “फिर्ता दिनुपर्ने पैसा” हेर्नुहोस्।</translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message>
        <source>What happened</source>
        <translation>के-के भयो</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>PDF सेभ गर्नुहोस्</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>पठाउनुहोस्</translation>
    </message>
    <message>
        <source>Send by WhatsApp</source>
        <translation>ह्वाट्सएपबाट पठाउनुहोस्</translation>
    </message>
    <message>
        <source>Receipt {number}</source>
        <translation>रसिद {number}</translation>
    </message>
    <message>
        <source>transaction id {id}</source>
        <translation>ट्रान्जेक्सन आईडी {id}</translation>
    </message>
    <message>
        <source>cash {amount}</source>
        <translation>नगद {amount}</translation>
    </message>
    <message>
        <source>Record the cash: F4</source>
        <translation>नगदको रेकर्ड: F4</translation>
    </message>
    <message>
        <source>Cash given back? Record it in Waiting: F4</source>
        <translation>नगद फिर्ता दिनुभयो? “पर्खाइमा” मा रेकर्ड गर्नुहोस्: F4</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>प्रिन्ट भएको छैन</translation>
    </message>
    <message>
        <source>Print slip</source>
        <translation>पुर्जी प्रिन्ट गर्नुहोस्</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>प्रिन्ट गर्नुहोस्</translation>
    </message>
    <message>
        <source>Print “Copy {number}”</source>
        <translation>“प्रतिलिपि {number}” प्रिन्ट गर्नुहोस्</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>कपी भयो</translation>
    </message>
    <message>
        <source>Copy reference</source>
        <translation>रिफरेन्स कपी गर्नुहोस्</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>कपी गर्नुहोस्</translation>
    </message>
    <message>
        <source>Nothing to print: it was never sent.</source>
        <translation>प्रिन्ट गर्ने केही छैन: यो कहिल्यै पठाइएन।</translation>
    </message>
    <message>
        <source>Issued once</source>
        <translation>एक पटक जारी भयो</translation>
    </message>
    <message numerus="yes">
        <source>Issued %n time(s)</source>
        <translation>
            <numerusform>%n पटक जारी भयो</numerusform>
            <numerusform>%n पटक जारी भयो</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask the service</source>
        <translation>सेवालाई सोध्नुहोस्</translation>
    </message>
    <message>
        <source>Money came back: see Waiting.</source>
        <translation>रद्द भएको: “पर्खाइ” हेर्नुहोस्।</translation>
    </message>
    <message>
        <source>For the owner: see Waiting.</source>
        <translation>मालिकका लागि: “पर्खाइ” हेर्नुहोस्।</translation>
    </message>
    <message>
        <source>It came back</source>
        <translation>रद्द भएछ</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>No difference</source>
        <translation>फरक छैन</translation>
    </message>
    <message>
        <source>{amount} short</source>
        <translation>{amount} कम</translation>
    </message>
    <message>
        <source>{amount} over</source>
        <translation>{amount} बढी</translation>
    </message>
    <message>
        <source>Opening cash</source>
        <translation>सुरुको नगद</translation>
    </message>
    <message>
        <source>Cash taken for bills</source>
        <translation>बिलका लागि लिएको नगद</translation>
    </message>
    <message>
        <source>Rounding of paisa</source>
        <translation>पैसा मिलाएको</translation>
    </message>
    <message>
        <source>Change given</source>
        <translation>दिएको खुद्रा</translation>
    </message>
    <message>
        <source>Cash given back</source>
        <translation>फिर्ता दिएको नगद</translation>
    </message>
    <message>
        <source>Put in</source>
        <translation>थपेको</translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation>निकालेको</translation>
    </message>
    <message>
        <source>Taken to the safe or bank</source>
        <translation>सेफ वा बैंकमा लगेको</translation>
    </message>
    <message>
        <source>Opened without a sale</source>
        <translation>बिक्री बिना खोलेको</translation>
    </message>
    <message>
        <source>Old dues settled in cash</source>
        <translation>पुरानो उधारो नगदमा तिरेको</translation>
    </message>
    <message>
        <source>Held from before</source>
        <translation>पहिलेदेखि राखेको</translation>
    </message>
    <message>
        <source>Z report {number}</source>
        <translation>Z रिपोर्ट {number}</translation>
    </message>
    <message>
        <source>X report {number}</source>
        <translation>X रिपोर्ट {number}</translation>
    </message>
    <message>
        <source>closing of the shift, {amount} counted</source>
        <translation>सिफ्ट बन्द, गनेको नगद {amount}</translation>
    </message>
</context>
<context>
    <name>DrawerActions</name>
    <message>
        <source>Printing…</source>
        <translation>प्रिन्ट हुँदै छ…</translation>
    </message>
    <message>
        <source>Something is still being recorded.</source>
        <translation>अघिको कुरा अझै रेकर्ड हुँदै छ।</translation>
    </message>
    <message>
        <source>Wait for it, then press again.</source>
        <translation>पर्खनुहोस्, अनि फेरि थिच्नुहोस्।</translation>
    </message>
    <message>
        <source>Recording…</source>
        <translation>रेकर्ड हुँदै छ…</translation>
    </message>
    <message>
        <source>{amount} in the drawer.</source>
        <translation>गल्लामा {amount} छ।</translation>
    </message>
    <message>
        <source>The shift is open.</source>
        <translation>सिफ्ट खुल्यो।</translation>
    </message>
    <message>
        <source>Recorded.</source>
        <translation>रेकर्ड भयो।</translation>
    </message>
    <message>
        <source>The shift is closed: Z report {number}.</source>
        <translation>सिफ्ट बन्द भयो: Z रिपोर्ट {number}।</translation>
    </message>
    <message>
        <source>Cash moved while you counted: compare again.</source>
        <translation>गन्दागन्दै नगद तलमाथि भयो: फेरि दाँज्नुहोस्।</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>प्रिन्टरमा पठाइयो।</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>सेभ भयो।</translation>
    </message>
    <message>
        <source>The report was sent to the printer and saved as a file.</source>
        <translation>रिपोर्ट प्रिन्टरमा पठाइयो र फाइलमा सेभ गरियो।</translation>
    </message>
    <message>
        <source>This did not work.</source>
        <translation>यो हुन सकेन।</translation>
    </message>
    <message>
        <source>It is saved as a file.</source>
        <translation>फाइलमा सेभ गरिएको छ।</translation>
    </message>
    <message>
        <source>The report is not saved as a file.</source>
        <translation>रिपोर्ट फाइलमा सेभ भएको छैन।</translation>
    </message>
    <message>
        <source>Save a copy later, under Earlier closes.</source>
        <translation>पछि “पहिले बन्द गरेका सिफ्ट” बाट प्रतिलिपि सेभ गर्नुहोस्।</translation>
    </message>
</context>
<context>
    <name>EmptyWaitingView</name>
    <message>
        <source>Nothing is waiting</source>
        <translation>केही पर्खाइमा छैन</translation>
    </message>
    <message>
        <source>Every payment has a clear answer and no cash is to be given back. A payment without an answer appears here by itself.</source>
        <translation>हरेक भुक्तानीको स्पष्ट जवाफ आएको छ र फिर्ता दिनुपर्ने नगद छैन। जवाफ नआएको भुक्तानी यहाँ आफैँ देखिन्छ।</translation>
    </message>
    <message>
        <source>New payment</source>
        <translation>नयाँ भुक्तानी</translation>
    </message>
</context>
<context>
    <name>EntryRow</name>
    <message>
        <source>As last time. Ask whether it is still right.</source>
        <translation>अघिल्लो पटकको। अझै ठीक छ कि, सोध्नुहोस्।</translation>
    </message>
</context>
<context>
    <name>Environment</name>
    <message>
        <source>To act on it, choose {environment} in Settings.</source>
        <translation>यसमा केही गर्नुपरे सेटिङमा {environment} मोड छान्नुहोस्।</translation>
    </message>
</context>
<context>
    <name>ErrorBanner</name>
    <message>
        <source>Open Backup</source>
        <translation>ब्याकअप खोल्नुहोस्</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बन्द गर्नुहोस्</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>देखेँ</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>यो के हो?</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Date</source>
        <translation>मिति</translation>
    </message>
    <message>
        <source>Date (BS)</source>
        <translation>मिति (वि.सं.)</translation>
    </message>
    <message>
        <source>{state}, amount (Rs.)</source>
        <translation>{state}, रकम (रु.)</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>समय</translation>
    </message>
    <message>
        <source>Payment no.</source>
        <translation>भुक्तानी नं.</translation>
    </message>
    <message>
        <source>Receipt no.</source>
        <translation>रसिद नं.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>अवस्था</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>कम्पनी</translation>
    </message>
    <message>
        <source>Customer’s ID</source>
        <translation>ग्राहक आईडी</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>ग्राहक</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>फोन</translation>
    </message>
    <message>
        <source>Package or bill</source>
        <translation>प्याकेज वा बिल</translation>
    </message>
    <message>
        <source>Amount (Rs.)</source>
        <translation>रकम (रु.)</translation>
    </message>
    <message>
        <source>Charge (Rs.)</source>
        <translation>शुल्क (रु.)</translation>
    </message>
    <message>
        <source>Rounding (Rs.)</source>
        <translation>पैसा मिलाएको (रु.)</translation>
    </message>
    <message>
        <source>To pay (Rs.)</source>
        <translation>तिर्नुपर्ने (रु.)</translation>
    </message>
    <message>
        <source>Charged to</source>
        <translation>उधारो लिने</translation>
    </message>
    <message>
        <source>Cash given back (Rs.)</source>
        <translation>फिर्ता दिएको नगद (रु.)</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>क्यासियर</translation>
    </message>
    <message>
        <source>Transaction id</source>
        <translation>ट्रान्जेक्सन आईडी</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>रिफरेन्स</translation>
    </message>
    <message>
        <source>Charges (Rs.)</source>
        <translation>शुल्क (रु.)</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>भुक्तानी सूची</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>दिनहरू</translation>
    </message>
    <message>
        <source>Total {state}</source>
        <translation>{state} जम्मा</translation>
    </message>
    <message>
        <source>Total of all</source>
        <translation>सबैको जम्मा</translation>
    </message>
</context>
<context>
    <name>ExportButtons</name>
    <message>
        <source>Excel</source>
        <translation>एक्सेल</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द गर्नुहोस्</translation>
    </message>
    <message>
        <source>Another file is being written.</source>
        <translation>अर्को फाइल लेखिँदै छ।</translation>
    </message>
</context>
<context>
    <name>ExportJob</name>
    <message>
        <source>Payments of {day}</source>
        <translation>{day} का भुक्तानी</translation>
    </message>
    <message>
        <source>Writing the file…</source>
        <translation>फाइल लेखिँदै छ…</translation>
    </message>
    <message>
        <source>Payments that were filtered</source>
        <translation>छानिएका भुक्तानी</translation>
    </message>
    <message>
        <source>Payments that match “{words}”</source>
        <translation>“{words}” सँग मिल्ने भुक्तानी</translation>
    </message>
    <message>
        <source>The file was not written.</source>
        <translation>फाइल लेखिएन।</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>फाइल लेख्न सकिएन।</translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s) so far.</source>
        <translation>
            <numerusform>अहिलेसम्म %n वटा भुक्तानी।</numerusform>
            <numerusform>अहिलेसम्म %n वटा भुक्तानी।</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileExport</name>
    <message>
        <source>Close it where it is open, and see that the disk has room.</source>
        <translation>फाइल कतै खुला छ भने बन्द गर्नुहोस्, र डिस्कमा ठाउँ छ कि हेर्नुहोस्।</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>सेभ भयो।</translation>
    </message>
</context>
<context>
    <name>FilterRow</name>
    <message>
        <source>Environment</source>
        <translation>मोड</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>मिति</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>कम्पनी</translation>
    </message>
    <message>
        <source>State</source>
        <translation>अवस्था</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>क्यासियर</translation>
    </message>
    <message>
        <source>Paid with</source>
        <translation>भुक्तानीको तरिका</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>क्रम</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>फिल्टर हटाउनुहोस्</translation>
    </message>
    <message>
        <source>All dates</source>
        <translation>सबै मिति</translation>
    </message>
    <message>
        <source>Day by day</source>
        <translation>दिन-दिनको</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>नयाँ पहिले</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>पुरानो पहिले</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>ठूलो रकम पहिले</translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation>सानो रकम पहिले</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>आज</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>हिजो</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>यो हप्ता</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>यो महिना</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>गत महिना</translation>
    </message>
    <message>
        <source>This fiscal year</source>
        <translation>यो आर्थिक वर्ष</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Shop</source>
        <translation>पसल</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>टोकन</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>प्रिन्टर</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>तयार</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>कम्पनीहरू</translation>
    </message>
</context>
<context>
    <name>ForgottenPin</name>
    <message>
        <source>Forgotten the owner’s PIN?</source>
        <translation>मालिकको पिन बिर्सनुभयो?</translation>
    </message>
</context>
<context>
    <name>FormPage</name>
    <message>
        <source>Back</source>
        <translation>पछाडि</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>अगाडि</translation>
    </message>
</context>
<context>
    <name>FormPanel</name>
    <message>
        <source>Rs.</source>
        <translation>रु.</translation>
    </message>
</context>
<context>
    <name>HelpRow</name>
    <message>
        <source>About Bhuktani and licences</source>
        <translation>Bhuktani र लाइसेन्सबारे</translation>
    </message>
    <message>
        <source>The owner’s PIN is forgotten? The link at its question sets a new one with the shop’s token. No PIN guards the files: whoever uses this Windows account can delete them.</source>
        <translation>मालिकको पिन बिर्सनुभयो? त्यो सोधिएको ठाउँको लिङ्कले पसलको टोकनले नयाँ पिन राख्छ। पिनले फाइल जोगाउँदैन: यो Windows खाता चलाउने जसले पनि मेट्न सक्छ।</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>CASH RETURNED</source>
        <translation>नगद फिर्ता भयो</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>हिजो {time}</translation>
    </message>
    <message>
        <source>still processing.</source>
        <translation>अझै प्रक्रियामा छ।</translation>
    </message>
    <message>
        <source>no clear answer.</source>
        <translation>स्पष्ट जवाफ छैन।</translation>
    </message>
    <message>
        <source>The service did not carry the payment out.</source>
        <translation>सेवाले भुक्तानी गरेन।</translation>
    </message>
    <message>
        <source>The payment did not reach the service.</source>
        <translation>भुक्तानी सेवासम्म पुगेन।</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>प्रिन्ट भयो</translation>
    </message>
    <message>
        <source>Decided by the owner:</source>
        <translation>मालिकको निर्णय:</translation>
    </message>
    <message>
        <source>Phone noted:</source>
        <translation>फोन रेकर्ड भयो:</translation>
    </message>
    <message>
        <source>Cash returned</source>
        <translation>नगद फिर्ता दिइयो:</translation>
    </message>
    <message>
        <source>to the customer</source>
        <translation>ग्राहकलाई</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>पठाइयो:</translation>
    </message>
    <message>
        <source>to the service</source>
        <translation>सेवामा</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>रेकर्ड गरियो:</translation>
    </message>
    <message>
        <source>what it wrote is not known to this version</source>
        <translation>त्यसले लेखेको कुरा यो संस्करणले चिन्दैन</translation>
    </message>
    <message>
        <source>A newer version of the program:</source>
        <translation>प्रोग्रामको नयाँ संस्करण:</translation>
    </message>
    <message>
        <source>Answered:</source>
        <translation>जवाफ:</translation>
    </message>
    <message>
        <source>Looked up:</source>
        <translation>जाँचियो:</translation>
    </message>
    <message>
        <source>before sending</source>
        <translation>पठाउनुअघि</translation>
    </message>
    <message>
        <source>before sending, operator {operator}</source>
        <translation>पठाउनुअघि, क्यासियर {operator}</translation>
    </message>
    <message>
        <source>no clear answer</source>
        <translation>स्पष्ट जवाफ छैन</translation>
    </message>
    <message>
        <source>Recharged</source>
        <translation>रिचार्ज भएको</translation>
    </message>
    <message>
        <source>The company’s receipt</source>
        <translation>कम्पनीको रसिद</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>म्याद सकिने</translation>
    </message>
    <message>
        <source>it was never sent.</source>
        <translation>यो पठाइएकै थिएन।</translation>
    </message>
    <message>
        <source>it was cut off before the answer came.</source>
        <translation>जवाफ आउनुअघि बीचमै रोकियो।</translation>
    </message>
    <message>
        <source>The answers of the service contradict each other.</source>
        <translation>सेवाका जवाफ एक-अर्कासँग मिल्दैनन्।</translation>
    </message>
    <message>
        <source>It is still being processed.</source>
        <translation>अझै प्रक्रियामा छ।</translation>
    </message>
    <message>
        <source>No clear answer.</source>
        <translation>स्पष्ट जवाफ छैन।</translation>
    </message>
    <message>
        <source>It could not be recorded, so nothing was sent.</source>
        <translation>रेकर्ड गर्न सकिएन, त्यसैले केही पठाइएन।</translation>
    </message>
    <message>
        <source>nothing was sent; the cash stayed with the customer</source>
        <translation>केही पठाइएन; नगद ग्राहककै रह्यो</translation>
    </message>
    <message>
        <source>Given up:</source>
        <translation>छोडियो:</translation>
    </message>
    <message>
        <source>Interrupted:</source>
        <translation>बीचमै रोकियो:</translation>
    </message>
    <message>
        <source>the answer could not be followed to its end.</source>
        <translation>जवाफ अन्त्यसम्म हेर्न सकिएन।</translation>
    </message>
    <message>
        <source>was not taken by the printer</source>
        <translation>प्रिन्टरले लिएन</translation>
    </message>
    <message>
        <source>saved as PDF</source>
        <translation>PDF सेभ भयो</translation>
    </message>
    <message>
        <source>was not saved</source>
        <translation>सेभ भएन</translation>
    </message>
    <message>
        <source>taken on, not confirmed yet.</source>
        <translation>लिइयो, अझै पक्का भएको छैन।</translation>
    </message>
    <message>
        <source>Ticket of support:</source>
        <translation>सपोर्टको टिकट:</translation>
    </message>
    <message>
        <source>recorded by the owner: “{reason}” ({by})</source>
        <translation>मालिकले लेख्नुभएको: “{reason}” ({by})</translation>
    </message>
    <message>
        <source>the service does not count it as paid any more</source>
        <translation>सेवाले अब यसलाई तिरेको मान्दैन</translation>
    </message>
    <message>
        <source>Money came back:</source>
        <translation>सेवाले रद्द गर्‍यो:</translation>
    </message>
    <message>
        <source>with payment {number}</source>
        <translation>भुक्तानी {number} बाट</translation>
    </message>
    <message>
        <source>Paid again</source>
        <translation>फेरि तिरियो:</translation>
    </message>
    <message>
        <source>to the customer, as the company’s money came back</source>
        <translation>ग्राहकलाई, सेवाले भुक्तानी रद्द गरेकाले</translation>
    </message>
    <message>
        <source>Settled by hand:</source>
        <translation>हातैले मिलाइयो:</translation>
    </message>
    <message>
        <source>it stays paid</source>
        <translation>तिरेकै रहन्छ</translation>
    </message>
    <message>
        <source>The service speaks of this paid bill in another way now.</source>
        <translation>तिरिसकेको यो बिलबारे सेवाले अहिले अर्कै कुरा भन्छ।</translation>
    </message>
    <message>
        <source>MONEY CAME BACK</source>
        <translation>रद्द भयो</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Take over a list of customers</source>
        <translation>ग्राहकको सूची लिनुहोस्</translation>
    </message>
    <message>
        <source>The first row names the columns</source>
        <translation>पहिलो लाइनमा स्तम्भका नाम छन्</translation>
    </message>
    <message>
        <source>Company of all accounts</source>
        <translation>सबै खाताको कम्पनी</translation>
    </message>
    <message>
        <source>—</source>
        <translation>—</translation>
    </message>
    <message>
        <source>The first rows</source>
        <translation>पहिला लाइनहरू</translation>
    </message>
    <message>
        <source>Names of the columns</source>
        <translation>स्तम्भका नाम</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द गर्नुहोस्</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>लिनुहोस्</translation>
    </message>
    <message>
        <source>Column {number}</source>
        <translation>स्तम्भ {number}</translation>
    </message>
    <message>
        <source>{taken} to take over, {known} known already, {rejected} not taken.</source>
        <translation>{taken} लिइने, {known} पहिल्यै भएका, {rejected} नलिइने।</translation>
    </message>
    <message numerus="yes">
        <source>Take over %n customer(s)</source>
        <translation>
            <numerusform>%n जना ग्राहक लिनुहोस्</numerusform>
            <numerusform>%n जना ग्राहक लिनुहोस्</numerusform>
        </translation>
    </message>
    <message>
        <source>It is being written.</source>
        <translation>लेखिँदै छ।</translation>
    </message>
    <message>
        <source>Nothing to take.</source>
        <translation>लिनुपर्ने केही छैन।</translation>
    </message>
    <message>
        <source>Looking what would be taken…</source>
        <translation>के-के लिइने हो हेरिँदै छ…</translation>
    </message>
    <message>
        <source>{done} of {count} rows so far. You can go on paying.</source>
        <translation>{count} मध्ये {done} लाइन भए। भुक्तानी गर्दै गर्न सकिन्छ।</translation>
    </message>
</context>
<context>
    <name>ImportJob</name>
    <message>
        <source>Choose the list of customers</source>
        <translation>ग्राहकको सूची छान्नुहोस्</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>सूची</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>सबै फाइल</translation>
    </message>
    <message>
        <source>Reading the list…</source>
        <translation>सूची पढिँदै छ…</translation>
    </message>
    <message>
        <source>The list was not read.</source>
        <translation>सूची पढिएन।</translation>
    </message>
    <message>
        <source>The list is read.</source>
        <translation>सूची पढियो।</translation>
    </message>
    <message>
        <source>Choose it again to go on.</source>
        <translation>अगाडि बढ्न फेरि छान्नुहोस्।</translation>
    </message>
    <message>
        <source>Why it is not taken</source>
        <translation>किन नलिइएको</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) taken over.</source>
        <translation>
            <numerusform>%n जना ग्राहक लिइए।</numerusform>
            <numerusform>%n जना ग्राहक लिइए।</numerusform>
        </translation>
    </message>
    <message>
        <source>Known already: {known}. Not taken: {rejected}.</source>
        <translation>पहिल्यै भएका: {known}। नलिइएका: {rejected}।</translation>
    </message>
    <message>
        <source>What was written before stays: take the list again to go on.</source>
        <translation>अघि लेखिएको रहन्छ: बाँकीका लागि सूची फेरि लिनुहोस्।</translation>
    </message>
    <message>
        <source>The list before is still being ended. Try again in a moment.</source>
        <translation>अघिल्लो सूचीको काम अझै टुंगिँदै छ। केही बेरमा फेरि प्रयास गर्नुहोस्।</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) changed.</source>
        <translation>
            <numerusform>%n वटा नाम फेरिए।</numerusform>
            <numerusform>%n वटा नाम फेरिए।</numerusform>
        </translation>
    </message>
    <message>
        <source>Given up before the end: take the list again to go on.</source>
        <translation>बीचमै रोकियो: बाँकीका लागि सूची फेरि लिनुहोस्।</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Keys</source>
        <translation>किबोर्डका बटन</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बन्द गर्नुहोस्</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>सबै ठाउँमा</translation>
    </message>
    <message>
        <source>New payment</source>
        <translation>नयाँ भुक्तानी</translation>
    </message>
    <message>
        <source>Result and lists</source>
        <translation>नतिजा र सूची</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>सूची</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>भुक्तानी सूची</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>पर्खाइमा</translation>
    </message>
    <message>
        <source>Day close</source>
        <translation>दिनको हिसाब</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>ग्राहक</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>सेटिङ</translation>
    </message>
    <message>
        <source>Refresh balance or list</source>
        <translation>ब्यालेन्स वा सूची फेरि हेर्ने</translation>
    </message>
    <message>
        <source>Next, look up, pay</source>
        <translation>अगाडि जाने, खोज्ने, तिर्ने</translation>
    </message>
    <message>
        <source>Back, or cancel a look-up</source>
        <translation>पछाडि जाने, वा खोज रद्द गर्ने</translation>
    </message>
    <message>
        <source>Choose tile, package or bill</source>
        <translation>कम्पनी, प्याकेज वा बिल छान्ने</translation>
    </message>
    <message>
        <source>Recent customer, or amount</source>
        <translation>भर्खरको ग्राहक, वा रकम</translation>
    </message>
    <message>
        <source>Exact cash</source>
        <translation>ठ्याक्कै नगद</translation>
    </message>
    <message>
        <source>Move the choice; far by PgUp, PgDn, Home, End</source>
        <translation>माथि-तल छान्ने; टाढा जान PgUp, PgDn, Home, End</translation>
    </message>
    <message>
        <source>Excel file; with Shift: CSV</source>
        <translation>एक्सेल फाइल; Shift सहित CSV</translation>
    </message>
    <message>
        <source>It came back, or favourite</source>
        <translation>रद्द भएछ, वा मनपर्ने</translation>
    </message>
    <message>
        <source>Print, or reprint as Copy</source>
        <translation>प्रिन्ट वा प्रतिलिपि प्रिन्ट गर्ने</translation>
    </message>
    <message>
        <source>Payments and Customers</source>
        <translation>भुक्तानी सूची र ग्राहक</translation>
    </message>
    <message>
        <source>Save PDF, or the settings</source>
        <translation>PDF वा सेटिङ सेभ गर्ने</translation>
    </message>
    <message>
        <source>Same customer again</source>
        <translation>उही ग्राहक फेरि</translation>
    </message>
    <message>
        <source>Cash returned</source>
        <translation>नगद फिर्ता दिएँ</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>खोज</translation>
    </message>
    <message>
        <source>English / नेपाली</source>
        <translation>English / नेपाली</translation>
    </message>
    <message>
        <source>Lock, or another person</source>
        <translation>लक, वा अर्को व्यक्ति</translation>
    </message>
    <message>
        <source>Receipt or reminder by WhatsApp</source>
        <translation>रसिद वा सम्झौटी ह्वाट्सएपमा</translation>
    </message>
    <message>
        <source>Customer’s card and note</source>
        <translation>ग्राहकको विवरण र टिपोट</translation>
    </message>
    <message>
        <source>Complaint, paid bills, due soon</source>
        <translation>गुनासो, तिरेका बिल, सकिन लागेका</translation>
    </message>
</context>
<context>
    <name>Label</name>
    <message>
        <source>LIVE</source>
        <translation>लाइभ</translation>
    </message>
    <message>
        <source>TEST</source>
        <translation>टेस्ट</translation>
    </message>
    <message>
        <source>PRACTICE</source>
        <translation>अभ्यास</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>युजरनेम</translation>
    </message>
    <message>
        <source>Customer ID</source>
        <translation>ग्राहक आईडी</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>फोन</translation>
    </message>
    <message>
        <source>{provider} username</source>
        <translation>{provider} युजरनेम</translation>
    </message>
    <message>
        <source>{provider} customer ID</source>
        <translation>{provider} ग्राहक आईडी</translation>
    </message>
    <message>
        <source>{provider} phone</source>
        <translation>{provider} फोन</translation>
    </message>
    <message>
        <source>As printed on the customer’s bill, e.g. {example}. At most {most} characters.</source>
        <translation>ग्राहकको बिलमा लेखिएअनुसार, जस्तै {example}। बढीमा {most} अक्षर।</translation>
    </message>
    <message>
        <source>The number on the {provider} bill, e.g. {example}</source>
        <translation>{provider} बिलमा लेखिएको नम्बर, जस्तै {example}</translation>
    </message>
    <message>
        <source>The customer’s phone, e.g. {example}</source>
        <translation>ग्राहकको फोन नम्बर, जस्तै {example}</translation>
    </message>
    <message>
        <source>Packages and dues</source>
        <translation>प्याकेज र बक्यौता</translation>
    </message>
    <message>
        <source>Bills, one by one</source>
        <translation>एक-एक गरी बिल</translation>
    </message>
    <message>
        <source>Any amount</source>
        <translation>जति पनि रकम</translation>
    </message>
    <message>
        <source>No customer with this username</source>
        <translation>यो युजरनेमको ग्राहक भेटिएन</translation>
    </message>
    <message>
        <source>No customer with this customer ID</source>
        <translation>यो ग्राहक आईडीको ग्राहक भेटिएन</translation>
    </message>
    <message>
        <source>No customer with this phone</source>
        <translation>यो फोन नम्बरको ग्राहक भेटिएन</translation>
    </message>
    <message>
        <source>PAID</source>
        <translation>भुक्तानी भयो</translation>
    </message>
    <message>
        <source>NOT PAID</source>
        <translation>भुक्तानी भएन</translation>
    </message>
    <message>
        <source>ASK SUPPORT</source>
        <translation>सपोर्टलाई सोध्ने</translation>
    </message>
    <message>
        <source>WAITING</source>
        <translation>पर्खाइमा</translation>
    </message>
    <message>
        <source>58 mm</source>
        <translation>58 mm</translation>
    </message>
    <message>
        <source>80 mm</source>
        <translation>80 mm</translation>
    </message>
    <message>
        <source>A5</source>
        <translation>A5</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>One of Rs. {amounts}.</source>
        <translation>यीमध्ये एउटा: रु. {amounts}।</translation>
    </message>
    <message>
        <source>{one} or {other}</source>
        <translation>{one} वा {other}</translation>
    </message>
    <message>
        <source>At most {most} characters.</source>
        <translation>बढीमा {most} अक्षर।</translation>
    </message>
    <message>
        <source>“{character}” cannot be part of a {field}. Use digits, letters and _ only.</source>
        <translation>{field}मा “{character}” हुँदैन। अङ्क, अङ्ग्रेजी अक्षर र _ मात्र लेख्नुहोस्।</translation>
    </message>
    <message>
        <source>This is not a {field}.</source>
        <translation>यो {field} होइन।</translation>
    </message>
    <message>
        <source>NOT SENT</source>
        <translation>पठाइएन</translation>
    </message>
    <message>
        <source>Customer’s name</source>
        <translation>ग्राहकको नाम</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>मोबाइल नम्बर</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>ठेगाना</translation>
    </message>
    <message>
        <source>Landline number</source>
        <translation>टेलिफोन नम्बर</translation>
    </message>
    <message>
        <source>Internet number</source>
        <translation>इन्टरनेट नम्बर</translation>
    </message>
    <message>
        <source>Set-top box</source>
        <translation>सेट-टप बक्स</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>प्याकेज</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>सेवा</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>कैफियत</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>रकम</translation>
    </message>
    <message>
        <source>For example {example}.</source>
        <translation>जस्तै {example}।</translation>
    </message>
    <message>
        <source>May be left empty.</source>
        <translation>खाली छोड्न सकिन्छ।</translation>
    </message>
    <message>
        <source>One of the amounts that the company has listed.</source>
        <translation>कम्पनीले तोकेका रकममध्ये एउटा।</translation>
    </message>
    <message>
        <source>Rs. {least} or more.</source>
        <translation>रु. {least} वा सोभन्दा बढी।</translation>
    </message>
    <message>
        <source>From Rs. {least} to Rs. {most}.</source>
        <translation>न्यूनतम रु. {least}, अधिकतम रु. {most}।</translation>
    </message>
    <message>
        <source>In steps of Rs. {step}.</source>
        <translation>रकम यसको गुणनफल हुनुपर्छ: रु. {step}।</translation>
    </message>
    <message>
        <source>No such customer</source>
        <translation>यस्तो ग्राहक छैन</translation>
    </message>
    <message>
        <source>At least Rs. {most}.</source>
        <translation>कम्तीमा रु. {most}।</translation>
    </message>
    <message>
        <source>At most Rs. {most}.</source>
        <translation>बढीमा रु. {most}।</translation>
    </message>
    <message>
        <source>This is not an amount.</source>
        <translation>यो रकम होइन।</translation>
    </message>
    <message>
        <source>The company does not take this amount.</source>
        <translation>कम्पनीले यो रकम लिँदैन।</translation>
    </message>
    <message>
        <source>{field}: check what was entered.</source>
        <translation>{field}: लेखेको कुरा जाँच्नुहोस्।</translation>
    </message>
    <message>
        <source>Whole rupees.</source>
        <translation>पूरा रुपैयाँ मात्र।</translation>
    </message>
    <message>
        <source>Still missing: {field}.</source>
        <translation>अझै भर्न बाँकी: {field}।</translation>
    </message>
    <message>
        <source>To be put right: {field}.</source>
        <translation>सच्याउनुपर्ने: {field}।</translation>
    </message>
    <message>
        <source>{least} to {most}</source>
        <translation>{least}–{most}</translation>
    </message>
    <message>
        <source>{count} digits, beginning with {first}, for example {example}.</source>
        <translation>{count} अङ्क, सुरुमा {first}, जस्तै {example}।</translation>
    </message>
    <message>
        <source>{count} digits, for example {example}.</source>
        <translation>{count} अङ्क, जस्तै {example}।</translation>
    </message>
    <message>
        <source>The amount that is due</source>
        <translation>तिर्न बाँकी रकम</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Language</source>
        <translation>भाषा</translation>
    </message>
    <message>
        <source>Receipt language</source>
        <translation>रसिदको भाषा</translation>
    </message>
    <message>
        <source>Digits in Nepali</source>
        <translation>नेपालीमा अङ्क</translation>
    </message>
    <message>
        <source>switches at once</source>
        <translation>तुरुन्तै बदलिन्छ</translation>
    </message>
    <message>
        <source>Screen texts</source>
        <translation>स्क्रिनका शब्द</translation>
    </message>
    <message>
        <source>On Nepali receipts</source>
        <translation>नेपाली रसिदमा</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>रूप</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>उज्यालो</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>अँध्यारो</translation>
    </message>
    <message>
        <source>As Windows</source>
        <translation>Windows जस्तै</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>आवाज</translation>
    </message>
    <message>
        <source>When a waiting payment is settled by itself</source>
        <translation>पर्खाइमा रहेको भुक्तानी आफैँ टुङ्गिँदा</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>सामान्य</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>ठूलो</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>अक्षरको आकार</translation>
    </message>
</context>
<context>
    <name>LastAmounts</name>
    <message>
        <source>Paid the last times</source>
        <translation>पहिले तिरेको</translation>
    </message>
</context>
<context>
    <name>Lesson</name>
    <message>
        <source>Is paid at once</source>
        <translation>तुरुन्तै भुक्तानी हुन्छ</translation>
    </message>
    <message>
        <source>Waits, then is paid</source>
        <translation>पर्खन्छ, अनि भुक्तानी हुन्छ</translation>
    </message>
    <message>
        <source>Not paid: give cash back</source>
        <translation>भुक्तानी हुँदैन: नगद फिर्ता</translation>
    </message>
    <message>
        <source>The look-up is slow</source>
        <translation>खोज्न समय लाग्छ</translation>
    </message>
    <message>
        <source>Has four bills</source>
        <translation>चार वटा बिल छन्</translation>
    </message>
    <message>
        <source>Nobody has this name</source>
        <translation>यो नामको कोही छैन</translation>
    </message>
    <message>
        <source>Begin with a payment that is paid at once.</source>
        <translation>तुरुन्तै हुने भुक्तानीबाट सुरु गर्नुहोस्।</translation>
    </message>
    <message>
        <source>Next: try a payment that waits.</source>
        <translation>अब: पर्खने भुक्तानी गरेर हेर्नुहोस्।</translation>
    </message>
    <message>
        <source>Next: try a payment that is not made.</source>
        <translation>अब: नहुने भुक्तानी गरेर हेर्नुहोस्।</translation>
    </message>
    <message>
        <source>Next: try a slow look-up.</source>
        <translation>अब: ढिलो हुने खोजी गरेर हेर्नुहोस्।</translation>
    </message>
    <message>
        <source>Next: try a customer with four bills.</source>
        <translation>अब: चार बिल भएको ग्राहक हेर्नुहोस्।</translation>
    </message>
    <message>
        <source>Next: look up a name that nobody has.</source>
        <translation>अब: कसैको नभएको नाम खोजेर हेर्नुहोस्।</translation>
    </message>
    <message>
        <source>You have tried them all.</source>
        <translation>तपाईँले सबै गरेर हेर्नुभयो।</translation>
    </message>
    <message>
        <source>Not paid: the price has changed</source>
        <translation>भुक्तानी हुँदैन: मूल्य बदलिएको छ</translation>
    </message>
    <message>
        <source>Next: try a price that has changed.</source>
        <translation>अब: मूल्य बदलिएको भुक्तानी गरेर हेर्नुहोस्।</translation>
    </message>
</context>
<context>
    <name>LimitDialog</name>
    <message>
        <source>How much may {name} owe?</source>
        <translation>{name}: कतिसम्म उधारो दिने?</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>सीमा</translation>
    </message>
    <message>
        <source>Rs.</source>
        <translation>रु.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द गर्नुहोस्</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सेभ गर्नुहोस्</translation>
    </message>
    <message>
        <source>Without a limit the owner is asked each time.</source>
        <translation>सीमा नतोके हरेक पटक मालिकलाई सोधिन्छ।</translation>
    </message>
    <message>
        <source>This is not an amount.</source>
        <translation>यो रकम होइन।</translation>
    </message>
</context>
<context>
    <name>LimitsPage</name>
    <message>
        <source>Warn of a low balance</source>
        <translation>ब्यालेन्स कम भए चेताउने</translation>
    </message>
    <message>
        <source>Complaint: only the service has it</source>
        <translation>गुनासो: सेवामा मात्र पुगेको</translation>
    </message>
    <message>
        <source>Complaint: it was passed on</source>
        <translation>गुनासो: कम्पनीतिर पठाइसकेको</translation>
    </message>
    <message>
        <source>The balance at the service is marked when it is below</source>
        <translation>सेवामा भएको ब्यालेन्स यसभन्दा घटेमा चिन्ह लगाइन्छ</translation>
    </message>
    <message>
        <source>No outcome, and the company is not known to have the payment</source>
        <translation>नतिजा आएको छैन, र कम्पनीले पायो भन्ने थाहा छैन</translation>
    </message>
    <message>
        <source>No outcome, and the service has taken the payment on</source>
        <translation>नतिजा आएको छैन, तर सेवाले भुक्तानी लिइसकेको छ</translation>
    </message>
    <message numerus="yes">
        <source>after %n working day(s)</source>
        <translation>
            <numerusform>%n दिनपछि (शनिबार बाहेक)</numerusform>
            <numerusform>%n दिनपछि (शनिबार बाहेक)</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask for the opening cash</source>
        <translation>सुरुको नगद सोध्ने</translation>
    </message>
    <message>
        <source>Before the first cash of a day is taken</source>
        <translation>दिनको पहिलो नगद लिनुअघि</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>The counter is locked</source>
        <translation>काउन्टर लक छ</translation>
    </message>
    <message>
        <source>Come to the counter</source>
        <translation>काउन्टरमा आउनुहोस्</translation>
    </message>
    <message>
        <source>another person</source>
        <translation>अर्को व्यक्ति</translation>
    </message>
    <message>
        <source>the person in this row</source>
        <translation>यो लाइनको व्यक्ति</translation>
    </message>
    <message>
        <source>Who is at the counter?</source>
        <translation>काउन्टरमा को हुनुहुन्छ?</translation>
    </message>
    <message>
        <source>Everything is as it was left.</source>
        <translation>सबै कुरा जस्ताको तस्तै छ।</translation>
    </message>
    <message>
        <source>{name} has no PIN.</source>
        <translation>पिन राखिएको छैन: {name}।</translation>
    </message>
    <message>
        <source>Type the PIN of {name}.</source>
        <translation>पिन टाइप गर्नुहोस्: {name}।</translation>
    </message>
    <message>
        <source>The PIN is being compared.</source>
        <translation>पिन मिलाएर हेर्दै छ।</translation>
    </message>
</context>
<context>
    <name>LookupFailedPanel</name>
    <message>
        <source>Nothing to pay</source>
        <translation>तिर्नुपर्ने केही छैन</translation>
    </message>
    <message>
        <source>{provider} takes the first payment of a new customer itself</source>
        <translation>नयाँ ग्राहकको पहिलो भुक्तानी {provider} आफैँ लिन्छ</translation>
    </message>
    <message>
        <source>Nothing was paid.</source>
        <translation>केही तिरिएको छैन।</translation>
    </message>
    <message>
        <source>Do not take cash. Send the customer to the office of {provider}: once the first payment is made there, the next ones can be made here.</source>
        <translation>नगद नलिनुहोस्। ग्राहकलाई {provider} को कार्यालयमा पठाउनुहोस्: पहिलो भुक्तानी त्यहाँ गरेपछि अर्को पटकदेखि यहीँ तिर्न सकिन्छ।</translation>
    </message>
    <message>
        <source>Do not take cash. Check the spelling on the customer’s bill.</source>
        <translation>नगद नलिनुहोस्। ग्राहकको बिलसँग हिज्जे मिलाएर हेर्नुहोस्।</translation>
    </message>
    <message>
        <source>Or is it this customer, who paid here before?</source>
        <translation>कि यो ग्राहक हो, जसले पहिले यहाँ तिर्नुभएको थियो?</translation>
    </message>
    <message>
        <source>Or is it this customer, who was looked up here before?</source>
        <translation>कि यो ग्राहक हो, जसलाई पहिले यहाँ खोजिएको थियो?</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>ग्राहक</translation>
    </message>
    <message>
        <source>Do not take cash. Tell the customer what {provider} answered, and check the spelling.</source>
        <translation>नगद नलिनुहोस्। {provider} को जवाफ ग्राहकलाई सुनाउनुहोस्, र हिज्जे जाँच्नुहोस्।</translation>
    </message>
</context>
<context>
    <name>LookupProgress</name>
    <message>
        <source>Cancel</source>
        <translation>रद्द गर्नुहोस्</translation>
    </message>
    <message>
        <source>Looking up the customer at {provider}…</source>
        <translation>{provider} मा ग्राहक खोज्दै छ…</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s).</source>
        <translation>
            <numerusform>%n सेकेन्ड।</numerusform>
            <numerusform>%n सेकेन्ड।</numerusform>
        </translation>
    </message>
    <message>
        <source>Most answers come within {most} seconds.</source>
        <translation>प्रायः जवाफ {most} सेकेन्डभित्र आउँछ।</translation>
    </message>
    <message>
        <source>Nothing is paid in this step.</source>
        <translation>यो चरणमा पैसा काटिँदैन।</translation>
    </message>
    <message>
        <source>Asking {provider} about the choice…</source>
        <translation>छानेको कुराबारे {provider} सँग सोध्दै छ…</translation>
    </message>
    <message>
        <source>Usual time</source>
        <translation>साधारण समय</translation>
    </message>
</context>
<context>
    <name>MainView</name>
    <message>
        <source>Bhuktani</source>
        <translation>Bhuktani</translation>
    </message>
    <message>
        <source>New payment</source>
        <translation>नयाँ भुक्तानी</translation>
    </message>
    <message>
        <source>New</source>
        <translation>नयाँ</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>भुक्तानी सूची</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>पर्खाइमा</translation>
    </message>
    <message>
        <source>Day close</source>
        <translation>दिनको हिसाब</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>ग्राहक</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>सेटिङ</translation>
    </message>
    <message>
        <source>Keys and help</source>
        <translation>किबोर्ड सहयोग</translation>
    </message>
    <message>
        <source>A payment is being sent. Wait for the answer.</source>
        <translation>भुक्तानी पठाउँदै छ। जवाफ कुर्नुहोस्।</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>पानाहरू</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Bhuktani</source>
        <translation>Bhuktani</translation>
    </message>
    <message>
        <source>Nothing is paid and no money moves. Do not take cash.</source>
        <translation>केही तिरिँदैन, पैसा काटिँदैन। नगद नलिनुहोस्।</translation>
    </message>
    <message>
        <source>Connected to the service’s test computer. Do not take cash.</source>
        <translation>सेवाको टेस्ट कम्प्युटरसँग जोडिएको छ। नगद नलिनुहोस्।</translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message>
        <source>Rs. {amount}</source>
        <translation>रु. {amount}</translation>
    </message>
</context>
<context>
    <name>MovementDialog</name>
    <message>
        <source>Cash in or out</source>
        <translation>नगद थप्ने वा निकाल्ने</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>रकम</translation>
    </message>
    <message>
        <source>Rs.</source>
        <translation>रु.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>कारण</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द गर्नुहोस्</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>रेकर्ड गर्नुहोस्</translation>
    </message>
    <message>
        <source>Enter the amount</source>
        <translation>रकम लेख्नुहोस्</translation>
    </message>
    <message>
        <source>Write the reason</source>
        <translation>कारण लेख्नुहोस्</translation>
    </message>
</context>
<context>
    <name>NewPayment</name>
    <message>
        <source>Begin a new payment?</source>
        <translation>नयाँ भुक्तानी सुरु गर्ने हो?</translation>
    </message>
    <message>
        <source>The payment on the screen has not been sent. Give back any cash for it.</source>
        <translation>स्क्रिनमा भएको भुक्तानी पठाइएको छैन। यसको नगद लिनुभएको भए फिर्ता दिनुहोस्।</translation>
    </message>
    <message>
        <source>New payment</source>
        <translation>नयाँ भुक्तानी</translation>
    </message>
    <message>
        <source>Go on with this one</source>
        <translation>यसैलाई अगाडि बढाउनुहोस्</translation>
    </message>
</context>
<context>
    <name>NextCheckView</name>
    <message>
        <source>It is being checked</source>
        <translation>जाँच हुँदै छ</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>जाँच हुँदैन</translation>
    </message>
    <message>
        <source>Next check in</source>
        <translation>अर्को जाँच हुन बाँकी</translation>
    </message>
    <message>
        <source>Next check</source>
        <translation>अर्को जाँच</translation>
    </message>
    <message>
        <source>now</source>
        <translation>अहिले</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Take the note back</source>
        <translation>टिपोट रद्द गर्नुहोस्</translation>
    </message>
</context>
<context>
    <name>NotesTable</name>
    <message>
        <source>Notes</source>
        <translation>टिपोटहरू</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>समय</translation>
    </message>
    <message>
        <source>Amount (Rs.)</source>
        <translation>रकम (रु.)</translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>No payment matches “{words}”.</source>
        <translation>“{words}” सँग मिल्ने भुक्तानी छैन।</translation>
    </message>
    <message>
        <source>No payment matches “{words}”. Esc clears the search.</source>
        <translation>“{words}” सँग मिल्ने भुक्तानी छैन। Esc ले खोजी खाली गर्छ।</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>केही भेटिएन</translation>
    </message>
    <message>
        <source>Esc clears the filters.</source>
        <translation>Esc ले फिल्टर हटाउँछ।</translation>
    </message>
    <message>
        <source>No payments on this day</source>
        <translation>यो दिन कुनै भुक्तानी छैन</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Show</source>
        <translation>हेर्नुहोस्</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बन्द गर्नुहोस्</translation>
    </message>
    <message numerus="yes">
        <source>%n more before it.</source>
        <translation>
            <numerusform>यसअघि अरू %n वटा।</numerusform>
            <numerusform>यसअघि अरू %n वटा।</numerusform>
        </translation>
    </message>
    <message>
        <source>A bar code was read: {text}</source>
        <translation>बारकोड पढियो: {text}</translation>
    </message>
    <message>
        <source>Nothing was done with it.</source>
        <translation>त्यसबाट केही गरिएको छैन।</translation>
    </message>
    <message>
        <source>{amount} for {who} is PAID now.</source>
        <translation>{amount} को भुक्तानी भयो: {who}।</translation>
    </message>
    <message>
        <source>The cash stays in the drawer. Call the customer.</source>
        <translation>नगद गल्लामै राख्नुहोस्। ग्राहकलाई फोन गर्नुहोस्।</translation>
    </message>
    <message>
        <source>{amount} for {who} is NOT PAID.</source>
        <translation>{amount} को भुक्तानी भएन: {who}।</translation>
    </message>
    <message>
        <source>Call the customer and give the cash back.</source>
        <translation>ग्राहकलाई फोन गरेर नगद फिर्ता दिनुहोस्।</translation>
    </message>
    <message>
        <source>{amount} for {who} needs the owner.</source>
        <translation>{amount} को भुक्तानी मालिकले हेर्नुपर्छ: {who}।</translation>
    </message>
    <message>
        <source>Keep the cash and ask support.</source>
        <translation>नगद राख्नुहोस् र सपोर्टलाई सोध्नुहोस्।</translation>
    </message>
    <message>
        <source>{amount} for {who} came back from the company.</source>
        <translation>{who}: कम्पनीले {amount} को भुक्तानी रद्द गर्‍यो।</translation>
    </message>
    <message>
        <source>Pay it again, or give the cash back.</source>
        <translation>फेरि तिर्नुहोस्, वा नगद फिर्ता दिनुहोस्।</translation>
    </message>
    <message>
        <source>It was PAID, and the service says otherwise now.</source>
        <translation>यो तिरिसकेको थियो, सेवाले अहिले अर्कै भन्छ।</translation>
    </message>
</context>
<context>
    <name>NoticeHelp</name>
    <message>
        <source>The notice above the page: what to do</source>
        <translation>पानाको माथिको सूचना: के गर्ने</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n दिन</numerusform>
            <numerusform>%n दिन</numerusform>
        </translation>
    </message>
    <message>
        <source>Total (Rs.)</source>
        <translation>जम्मा (रु.)</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>तिर्नुपर्ने</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>प्याकेज</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>अवधि</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>मूल्य</translation>
    </message>
    <message>
        <source>+ Due</source>
        <translation>+ बक्यौता</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>लिएको सेवा</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>विवरण</translation>
    </message>
    <message>
        <source>Bill date</source>
        <translation>बिल मिति</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>दर</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>भ्याट</translation>
    </message>
    <message>
        <source>Amount (Rs.)</source>
        <translation>रकम (रु.)</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>अहिलेको</translation>
    </message>
    <message>
        <source>Due so far</source>
        <translation>अहिलेसम्मको बक्यौता</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n महिना</numerusform>
            <numerusform>%n महिना</numerusform>
        </translation>
    </message>
    <message>
        <source>Connection or set-top box</source>
        <translation>कनेक्सन वा सेट-टप बक्स</translation>
    </message>
    <message>
        <source>enter it</source>
        <translation>रकम लेख्नुहोस्</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>रकम</translation>
    </message>
    <message>
        <source>pick it</source>
        <translation>छान्नुहोस्</translation>
    </message>
    <message>
        <source>Choose one bill</source>
        <translation>एउटा बिल छान्नुहोस्</translation>
    </message>
    <message>
        <source>The due is added only when the package changes</source>
        <translation>प्याकेज फेर्दा मात्र बक्यौता थपिन्छ</translation>
    </message>
    <message>
        <source>First for which one, then what it costs</source>
        <translation>पहिले कुनको, अनि मूल्य</translation>
    </message>
    <message>
        <source>First the package, then how long</source>
        <translation>पहिले प्याकेज, अनि कति समयको</translation>
    </message>
    <message>
        <source>Price in the list (Rs.)</source>
        <translation>सूचीको मूल्य (रु.)</translation>
    </message>
</context>
<context>
    <name>OldList</name>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>फोन</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>खाता</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>कम्पनी</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>टिपोट</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s): {reason}</source>
        <translation>
            <numerusform>%n वटा पङ्क्ति: {reason}</numerusform>
            <numerusform>%n वटा पङ्क्ति: {reason}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known account(s) get the name of the list:</source>
        <translation>
            <numerusform>पहिल्यै भएका %n वटा खाताको नाम सूचीको नाम हुनेछ:</numerusform>
            <numerusform>पहिल्यै भएका %n वटा खाताको नाम सूचीको नाम हुनेछ:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>र अरू %n वटा</numerusform>
            <numerusform>र अरू %n वटा</numerusform>
        </translation>
    </message>
    <message>
        <source>It has neither a name nor an account.</source>
        <translation>नाम पनि छैन, खाता पनि छैन।</translation>
    </message>
    <message>
        <source>A text in it is too long.</source>
        <translation>यसमा एउटा लेखाइ धेरै लामो छ।</translation>
    </message>
    <message>
        <source>The phone number has no digits.</source>
        <translation>फोन नम्बरमा अङ्क छैन।</translation>
    </message>
    <message>
        <source>The account has no company.</source>
        <translation>खाताको कम्पनी छैन।</translation>
    </message>
    <message>
        <source>The company is not known.</source>
        <translation>यो कम्पनी चिनिएन।</translation>
    </message>
    <message>
        <source>The company has no accounts of this form.</source>
        <translation>यो कम्पनीमा यस्तो खाता हुँदैन।</translation>
    </message>
    <message>
        <source>It has more columns than the first row.</source>
        <translation>पहिलो लाइनभन्दा बढी स्तम्भ छन्।</translation>
    </message>
    <message>
        <source>The customer is known with another phone.</source>
        <translation>यो ग्राहकको अर्कै फोन राखिएको छ।</translation>
    </message>
    <message>
        <source>The customer is known with another note.</source>
        <translation>यो ग्राहकको अर्कै टिपोट राखिएको छ।</translation>
    </message>
    <message>
        <source>The account is another customer’s.</source>
        <translation>यो खाता अर्कै ग्राहकको हो।</translation>
    </message>
    <message>
        <source>The file could not be read. See that it is still there, and try again.</source>
        <translation>फाइल पढ्न सकिएन। फाइल त्यहीँ छ कि हेर्नुहोस्, र फेरि प्रयास गर्नुहोस्।</translation>
    </message>
    <message>
        <source>The file is larger than 64 MB. Cut it into several, and take one by one.</source>
        <translation>फाइल 64 MB भन्दा ठूलो छ। टुक्रा पार्नुहोस्, र एक-एक गरी लिनुहोस्।</translation>
    </message>
    <message>
        <source>This is no list of text. In Excel save it as CSV, and choose that file.</source>
        <translation>यो अक्षरको सूची होइन। Excel मा CSV गरी सेभ गर्नुहोस्, र त्यो फाइल छान्नुहोस्।</translation>
    </message>
    <message>
        <source>There are no rows in this file.</source>
        <translation>यो फाइलमा कुनै लाइन छैन।</translation>
    </message>
    <message>
        <source>Nothing is taken over: the rows that are not taken could not be saved. See that the disk has room.</source>
        <translation>केही पनि लिइएको छैन: नलिइएका लाइन सेभ गर्न सकिएन। डिस्कमा ठाउँ छ कि हेर्नुहोस्।</translation>
    </message>
    <message>
        <source>The list is taken over, but the rows that are not taken could not be saved. Choose the list again to see them.</source>
        <translation>सूची लिइयो, तर नलिइएका लाइन सेभ भएनन्। ती हेर्न सूची फेरि छान्नुहोस्।</translation>
    </message>
</context>
<context>
    <name>OnAccount</name>
    <message numerus="yes">
        <source>And %n other(s): type more of the name</source>
        <translation>
            <numerusform>अरू %n जना पनि छन्: नामको थप भाग लेख्नुहोस्</numerusform>
            <numerusform>अरू %n जना पनि छन्: नामको थप भाग लेख्नुहोस्</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} settled {amount}</source>
        <translation>{name}ले तिर्नुभएको {amount}</translation>
    </message>
    <message>
        <source>no limit for {name}</source>
        <translation>सीमा नतोकेको: {name}</translation>
    </message>
    <message>
        <source>limit of {name}: {limit}</source>
        <translation>सीमा {limit}: {name}</translation>
    </message>
    <message>
        <source>List of customers who owe</source>
        <translation>उधारो बाँकी भएका ग्राहकको सूची</translation>
    </message>
    <message>
        <source>the shop owes {amount}</source>
        <translation>पसलले दिनुपर्ने {amount}</translation>
    </message>
    <message>
        <source>owes {amount}</source>
        <translation>उधारो {amount}</translation>
    </message>
    <message>
        <source>owes nothing</source>
        <translation>उधारो छैन</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>{day} देखि</translation>
    </message>
    <message>
        <source>limit {limit}</source>
        <translation>सीमा {limit}</translation>
    </message>
</context>
<context>
    <name>OnAccountActions</name>
    <message>
        <source>Recording…</source>
        <translation>रेकर्ड हुँदै छ…</translation>
    </message>
    <message>
        <source>{name} settled {amount}. Still owed: {left}</source>
        <translation>{name}: {amount} तिर्नुभयो। बाँकी उधारो: {left}</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>सेभ हुँदै छ…</translation>
    </message>
    <message>
        <source>The limit is saved.</source>
        <translation>सीमा सेभ भयो।</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>प्रिन्ट हुँदै छ…</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>प्रिन्टरमा पठाइयो।</translation>
    </message>
</context>
<context>
    <name>OnAccountDialog</name>
    <message>
        <source>On account</source>
        <translation>उधारो</translation>
    </message>
    <message>
        <source>Find by name or phone</source>
        <translation>नाम वा फोनले खोज्नुहोस्</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>ग्राहक</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>विवरण</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>पढ्दै…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बन्द गर्नुहोस्</translation>
    </message>
    <message>
        <source>Print the list</source>
        <translation>सूची प्रिन्ट गर्नुहोस्</translation>
    </message>
    <message>
        <source>Limit…</source>
        <translation>सीमा…</translation>
    </message>
    <message>
        <source>Settle…</source>
        <translation>उधारो तिरेको…</translation>
    </message>
    <message>
        <source>Owed by all: {total}</source>
        <translation>सबैको उधारो: {total}</translation>
    </message>
    <message>
        <source>Nobody owes anything.</source>
        <translation>कसैको उधारो छैन।</translation>
    </message>
    <message>
        <source>bill, payment {number}</source>
        <translation>बिल, भुक्तानी {number}</translation>
    </message>
    <message>
        <source>bill not paid, payment {number}</source>
        <translation>बिल तिरिएन, भुक्तानी {number}</translation>
    </message>
    <message>
        <source>settled in cash</source>
        <translation>नगदमा तिरेको</translation>
    </message>
    <message>
        <source>settled by QR or wallet</source>
        <translation>QR वा वालेटबाट तिरेको</translation>
    </message>
    <message>
        <source>Nothing is owed.</source>
        <translation>उधारो छैन।</translation>
    </message>
    <message>
        <source>No customer is chosen.</source>
        <translation>ग्राहक छानिएको छैन।</translation>
    </message>
    <message>
        <source>allowed by {name}</source>
        <translation>अनुमति दिने: {name}</translation>
    </message>
</context>
<context>
    <name>OpeningDialog</name>
    <message>
        <source>What lies in the drawer?</source>
        <translation>गल्लामा कति छ?</translation>
    </message>
    <message>
        <source>The shift of an earlier day is still open</source>
        <translation>पहिलेको दिनको सिफ्ट अझै खुला छ</translation>
    </message>
    <message>
        <source>Go on without</source>
        <translation>नगनी अघि बढ्नुहोस्</translation>
    </message>
    <message>
        <source>Count it</source>
        <translation>गन्नुहोस्</translation>
    </message>
    <message>
        <source>Count and close</source>
        <translation>गनेर बन्द गर्नुहोस्</translation>
    </message>
    <message>
        <source>Take {amount}</source>
        <translation>{amount} नै हो</translation>
    </message>
    <message>
        <source>It was opened {time}. Count its cash and close it before today’s cash comes into the drawer, or go on in it.</source>
        <translation>{time} मा खोलिएको थियो। आजको नगद गल्लामा हाल्नुअघि त्यसको नगद गनेर बन्द गर्नुहोस्, नत्र त्यसैमा अघि बढ्नुहोस्।</translation>
    </message>
    <message>
        <source>No close of this drawer has been counted yet. Count what lies in it before the first cash of the day; it can also be noted later, under Day close.</source>
        <translation>यो गल्ला अहिलेसम्म गनेर बन्द गरिएको छैन। दिनको पहिलो नगद लिनुअघि गल्लामा कति छ गन्नुहोस्; पछि “दिनको हिसाब” मा पनि लेख्न मिल्छ।</translation>
    </message>
    <message>
        <source>{amount} lay in it at the last close, {time}. Is that still so?</source>
        <translation>पछिल्लो पटक बन्द गर्दा ({time}) गल्लामा {amount} थियो। अहिले पनि त्यति नै छ?</translation>
    </message>
</context>
<context>
    <name>OperatorMenu</name>
    <message>
        <source>Operator</source>
        <translation>क्यासियर</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>अर्को…</translation>
    </message>
    <message>
        <source>Lock the counter</source>
        <translation>काउन्टर लक गर्नुहोस्</translation>
    </message>
</context>
<context>
    <name>OwingChoice</name>
    <message>
        <source>Who owes it: name or phone</source>
        <translation>कसको उधारो: नाम वा फोन</translation>
    </message>
    <message>
        <source>Phone, of a new one</source>
        <translation>नयाँ ग्राहकको फोन</translation>
    </message>
    <message>
        <source>Customers found</source>
        <translation>भेटिएका ग्राहक</translation>
    </message>
    <message>
        <source>A new customer: {name}</source>
        <translation>नयाँ ग्राहक: {name}</translation>
    </message>
</context>
<context>
    <name>OwnerQuestion</name>
    <message>
        <source>Owner’s PIN</source>
        <translation>मालिकको पिन</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>मालिक</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द गर्नुहोस्</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>अगाडि</translation>
    </message>
    <message>
        <source>Type the PIN of {name}.</source>
        <translation>पिन टाइप गर्नुहोस्: {name}।</translation>
    </message>
    <message>
        <source>The PIN is being compared.</source>
        <translation>पिन मिलाएर हेर्दै छ।</translation>
    </message>
    <message>
        <source>The settings are the owner’s.</source>
        <translation>सेटिङ मालिकले मात्र खोल्न मिल्छ।</translation>
    </message>
    <message>
        <source>The token is the owner’s.</source>
        <translation>टोकन मालिकले मात्र फेर्न मिल्छ।</translation>
    </message>
    <message>
        <source>What became of this payment is the owner’s to decide.</source>
        <translation>यो भुक्तानी के भयो भन्ने निर्णय मालिकले मात्र गर्न मिल्छ।</translation>
    </message>
    <message>
        <source>Going back to a backup is the owner’s to decide.</source>
        <translation>ब्याकअप रिस्टोर गर्ने निर्णय मालिकले मात्र गर्न मिल्छ।</translation>
    </message>
    <message>
        <source>Beginning an empty record is the owner’s to decide.</source>
        <translation>खाली रेकर्ड सुरु गर्ने निर्णय मालिकले मात्र गर्न मिल्छ।</translation>
    </message>
    <message>
        <source>Limits are the owner’s.</source>
        <translation>सीमा मालिकले मात्र तोक्न मिल्छ।</translation>
    </message>
    <message>
        <source>Letting a customer owe money is the owner’s to decide.</source>
        <translation>ग्राहकलाई उधारो दिने निर्णय मालिकले मात्र गर्न मिल्छ।</translation>
    </message>
    <message>
        <source>People and their PINs are the owner’s.</source>
        <translation>व्यक्ति र पिन मालिकले मात्र फेर्न मिल्छ।</translation>
    </message>
    <message>
        <source>The shop’s balance is the owner’s.</source>
        <translation>पसलको ब्यालेन्स मालिकले मात्र मिलाउन मिल्छ।</translation>
    </message>
    <message>
        <source>The owner must have seen that the record was changed.</source>
        <translation>रेकर्ड बदलिएको कुरा मालिकले देखेको हुनुपर्छ।</translation>
    </message>
</context>
<context>
    <name>PayStrip</name>
    <message>
        <source>Back</source>
        <translation>पछाडि</translation>
    </message>
    <message>
        <source>Exact cash</source>
        <translation>ठ्याक्कै नगद</translation>
    </message>
    <message>
        <source>Nothing is paid now: the environment is changing.</source>
        <translation>अहिले केही तिरिँदैन: मोड बदलिँदै छ।</translation>
    </message>
    <message>
        <source>Stopped: see above.</source>
        <translation>रोकियो: माथि हेर्नुहोस्।</translation>
    </message>
    <message>
        <source>Stopped: possible second payment</source>
        <translation>रोकियो: दोस्रो भुक्तानी हुन सक्छ</translation>
    </message>
    <message>
        <source>Answer the question above first.</source>
        <translation>पहिले माथिको प्रश्नको जवाफ दिनुहोस्।</translation>
    </message>
    <message>
        <source>Read the account to the customer, then tick the box (Space).</source>
        <translation>खाता ग्राहकलाई पढेर सुनाउनुहोस्, अनि बाकसमा चिन्ह लगाउनुहोस् (Space)।</translation>
    </message>
    <message>
        <source>Looking for earlier payments…</source>
        <translation>अघिका भुक्तानी हेर्दै छ…</translation>
    </message>
    <message>
        <source>The keys came as fast as from a scanner. Check the cash.</source>
        <translation>अङ्क स्क्यानरबाट जस्तै छिटो आयो। नगद जाँच्नुहोस्।</translation>
    </message>
    <message>
        <source>{amount} missing</source>
        <translation>{amount} पुगेन</translation>
    </message>
    <message>
        <source>Check the cash. If it is right, tick the box.</source>
        <translation>नगद जाँच्नुहोस्। ठीक भए चिन्ह लगाउनुहोस्।</translation>
    </message>
    <message>
        <source>Enough cash. Now press Pay.</source>
        <translation>नगद पुग्यो। अब भुक्तानी गर्ने बटन थिच्नुहोस्।</translation>
    </message>
    <message>
        <source>Enough cash. Press Enter once more to pay.</source>
        <translation>नगद पुग्यो। भुक्तानी गर्न फेरि Enter थिच्नुहोस्।</translation>
    </message>
    <message>
        <source>Enter the cash first.</source>
        <translation>पहिले नगद लेख्नुहोस्।</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>पठाउँदै छ…</translation>
    </message>
    <message>
        <source>Pay {amount}</source>
        <translation>{amount} भुक्तानी गर्नुहोस्</translation>
    </message>
    <message>
        <source>Cash received {cash} · change {change}. Give the change when the result is shown.</source>
        <translation>लिएको नगद {cash} · खुद्रा {change}। नतिजा आएपछि मात्र खुद्रा दिनुहोस्।</translation>
    </message>
    <message>
        <source>No cash to take. Press Enter to pay.</source>
        <translation>नगद लिनु छैन। भुक्तानी गर्न Enter थिच्नुहोस्।</translation>
    </message>
    <message>
        <source>No cash is taken for this bill.</source>
        <translation>यो बिलका लागि नगद लिइँदैन।</translation>
    </message>
</context>
<context>
    <name>PaymentActions</name>
    <message>
        <source>Recording…</source>
        <translation>रेकर्ड हुँदै छ…</translation>
    </message>
    <message>
        <source>Reference copied.</source>
        <translation>रिफरेन्स कपी भयो।</translation>
    </message>
    <message>
        <source>Recorded.</source>
        <translation>रेकर्ड भयो।</translation>
    </message>
    <message>
        <source>The phone number could not be saved.</source>
        <translation>फोन नम्बर सेभ गर्न सकिएन।</translation>
    </message>
    <message>
        <source>The complaint could not be made.</source>
        <translation>गुनासो बनाउन सकिएन।</translation>
    </message>
    <message>
        <source>Something is still being recorded.</source>
        <translation>अघिको कुरा अझै रेकर्ड हुँदै छ।</translation>
    </message>
    <message>
        <source>Wait for it, then press again.</source>
        <translation>पर्खनुहोस्, अनि फेरि थिच्नुहोस्।</translation>
    </message>
    <message>
        <source>Has the customer got what is due?</source>
        <translation>ग्राहकले पाउनुपर्ने पाउनुभयो?</translation>
    </message>
    <message>
        <source>It goes from the list, and no cash leaves the drawer for it.</source>
        <translation>यो सूचीबाट हट्छ, र यसका लागि गल्लाबाट नगद निस्किँदैन।</translation>
    </message>
    <message>
        <source>Yes, settled</source>
        <translation>पाउनुभयो, मिल्यो</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>अझै पाउनुभएको छैन</translation>
    </message>
</context>
<context>
    <name>PaymentCard</name>
    <message>
        <source>Tell the customer</source>
        <translation>ग्राहकलाई भन्नुहोस्</translation>
    </message>
</context>
<context>
    <name>PaymentWrite</name>
    <message>
        <source>cash given back</source>
        <translation>नगद फिर्ता दिएको</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>मिलाइएको</translation>
    </message>
    <message>
        <source>what support answered</source>
        <translation>सपोर्टको जवाफ</translation>
    </message>
    <message>
        <source>phone number</source>
        <translation>फोन नम्बर</translation>
    </message>
    <message>
        <source>support ticket</source>
        <translation>सपोर्टको टिकट</translation>
    </message>
</context>
<context>
    <name>PaymentsPage</name>
    <message>
        <source>Payments</source>
        <translation>भुक्तानी सूची</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Owner</source>
        <translation>मालिक</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>क्यासियर</translation>
    </message>
    <message>
        <source>Digits only.</source>
        <translation>अङ्क मात्र राख्नुहोस्।</translation>
    </message>
    <message>
        <source>At least 4 digits.</source>
        <translation>कम्तीमा 4 अङ्क चाहिन्छ।</translation>
    </message>
    <message>
        <source>At most 8 digits.</source>
        <translation>बढीमा 8 अङ्क मिल्छ।</translation>
    </message>
    <message>
        <source>Not the same digit all along.</source>
        <translation>सबै एउटै अङ्क नराख्नुहोस्।</translation>
    </message>
    <message>
        <source>Not digits in a row, like 1234.</source>
        <translation>1234 जस्तो क्रमका अङ्क नराख्नुहोस्।</translation>
    </message>
    <message>
        <source>Write the name.</source>
        <translation>नाम लेख्नुहोस्।</translation>
    </message>
    <message>
        <source>Somebody here has this name already.</source>
        <translation>यो नाम यहाँ अरू कसैको छ।</translation>
    </message>
    <message>
        <source>The first PIN must be an owner’s: else nobody could open the settings.</source>
        <translation>पहिलो पिन मालिककै हुनुपर्छ: नत्र सेटिङ कसैले खोल्न सक्दैन।</translation>
    </message>
    <message>
        <source>Another PIN is in use: at least one owner keeps a PIN, or nobody could open the settings.</source>
        <translation>अरू कसैको पिन छ: कम्तीमा एक जना मालिकको पिन चाहिन्छ, नत्र सेटिङ कसैले खोल्न सक्दैन।</translation>
    </message>
    <message>
        <source>This person does not work here any more.</source>
        <translation>यो व्यक्ति अब यहाँ काम गर्नुहुन्न।</translation>
    </message>
    <message>
        <source>This cannot be a PIN.</source>
        <translation>यो पिन हुन सक्दैन।</translation>
    </message>
    <message>
        <source>An owner’s PIN is needed first.</source>
        <translation>पहिले मालिकको पिन चाहिन्छ।</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Add a person…</source>
        <translation>व्यक्ति थप्नुहोस्…</translation>
    </message>
    <message>
        <source>Automatic lock</source>
        <translation>आफैँ लक हुने</translation>
    </message>
    <message numerus="yes">
        <source>After %n minute(s)</source>
        <translation>
            <numerusform>%n मिनेटपछि</numerusform>
            <numerusform>%n मिनेटपछि</numerusform>
        </translation>
    </message>
    <message>
        <source>Never</source>
        <translation>कहिल्यै होइन</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>भूमिका</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>पिन</translation>
    </message>
    <message>
        <source>People</source>
        <translation>व्यक्तिहरू</translation>
    </message>
    <message>
        <source>Without use, never while a payment is sent</source>
        <translation>केही नचलाउँदा; भुक्तानी पठाउँदा कहिल्यै होइन</translation>
    </message>
    <message>
        <source>The owner’s PIN is asked for</source>
        <translation>मालिकको पिन सोधिन्छ</translation>
    </message>
    <message>
        <source>For settings, token, backups and decisions. F11 locks the counter and lets another person come.</source>
        <translation>सेटिङ, टोकन, ब्याकअप र निर्णयका लागि। F11 ले काउन्टर लक गर्छ र अर्को व्यक्ति आउन सक्छ।</translation>
    </message>
    <message>
        <source>Everybody may do everything</source>
        <translation>जसले पनि सबै गर्न मिल्छ</translation>
    </message>
    <message>
        <source>Nobody is asked for a PIN. With an owner’s PIN, settings, token, backups and decisions are the owner’s.</source>
        <translation>कसैलाई पिन सोधिँदैन। मालिकको पिन राखेपछि सेटिङ, टोकन, ब्याकअप र निर्णय मालिकका मात्र हुन्छन्।</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>फेर्नुहोस्…</translation>
    </message>
    <message>
        <source>set</source>
        <translation>राखिएको छ</translation>
    </message>
    <message>
        <source>Does {name} work here no more?</source>
        <translation>अब यहाँ काम नगर्ने हो: {name}?</translation>
    </message>
    <message>
        <source>The name stays on everything that was done under it.</source>
        <translation>यो नामले गरेका सबै काममा नाम रहिरहन्छ।</translation>
    </message>
    <message>
        <source>Works here no more</source>
        <translation>अब काम नगर्ने</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>नगर्नुहोस्</translation>
    </message>
    <message>
        <source>changes to the people at the counter</source>
        <translation>काउन्टरका मानिसमा गरेको परिवर्तन</translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>A new person</source>
        <translation>नयाँ व्यक्ति</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>भूमिका</translation>
    </message>
    <message>
        <source>The same PIN again</source>
        <translation>त्यही पिन फेरि</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द गर्नुहोस्</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सेभ गर्नुहोस्</translation>
    </message>
    <message>
        <source>Another PIN, 4 to 8 digits (empty: as it is)</source>
        <translation>अर्को पिन, 4 देखि 8 अङ्क (खाली: उही)</translation>
    </message>
    <message>
        <source>PIN, 4 to 8 digits (empty: none)</source>
        <translation>पिन, 4 देखि 8 अङ्क (खाली: पिन छैन)</translation>
    </message>
    <message>
        <source>Remove the PIN</source>
        <translation>पिन हटाउनुहोस्</translation>
    </message>
    <message>
        <source>Works here no more…</source>
        <translation>अब काम नगर्ने…</translation>
    </message>
    <message>
        <source>The two PINs are not the same.</source>
        <translation>दुइटा पिन एउटै भएनन्।</translation>
    </message>
    <message>
        <source>It is being saved.</source>
        <translation>सेभ गर्दै छ।</translation>
    </message>
</context>
<context>
    <name>PhoneField</name>
    <message>
        <source>Customer’s phone</source>
        <translation>ग्राहकको फोन</translation>
    </message>
    <message>
        <source>too short</source>
        <translation>धेरै छोटो</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>सेभ भयो</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>सेभ भएन</translation>
    </message>
</context>
<context>
    <name>PinField</name>
    <message>
        <source>PIN</source>
        <translation>पिन</translation>
    </message>
    <message>
        <source>{name} is not among the people any more.</source>
        <translation>अब यहाँ काम गर्नुहुन्न: {name}।</translation>
    </message>
    <message>
        <source>This is not the PIN of {name}.</source>
        <translation>पिन मिलेन: {name}।</translation>
    </message>
    <message>
        <source>Now it can be tried again.</source>
        <translation>अब फेरि प्रयास गर्न सकिन्छ।</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n मिनेट</numerusform>
            <numerusform>%n मिनेट</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n सेकेन्ड</numerusform>
            <numerusform>%n सेकेन्ड</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in {time}.</source>
        <translation>धेरै पटक पिन मिलेन। {time} पछि फेरि प्रयास गर्नुहोस्।</translation>
    </message>
</context>
<context>
    <name>PinMenu</name>
    <message>
        <source>Unpin</source>
        <translation>अगाडिबाट हटाउनुहोस्</translation>
    </message>
    <message>
        <source>Pin to the front</source>
        <translation>अगाडि राख्नुहोस्</translation>
    </message>
</context>
<context>
    <name>PinNoticeBanner</name>
    <message>
        <source>The PIN of {name} was set anew: {time}.</source>
        <translation>पिन नयाँ राखियो ({name}): {time}।</translation>
    </message>
    <message>
        <source>This stays until an owner has typed a PIN.</source>
        <translation>मालिकले पिन नटाइप गरुन्जेल यो यहीँ रहन्छ।</translation>
    </message>
    <message>
        <source>Somebody asked to set the PIN of {name} anew: {time}.</source>
        <translation>कसैले पिन नयाँ राख्न मागेको छ ({name}): {time}।</translation>
    </message>
    <message>
        <source>It can be set from {time} on. An owner who types a PIN calls it off.</source>
        <translation>राख्न मिल्ने समय: {time}। मालिकले पिन टाइप गरेमा यो रद्द हुन्छ।</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Digits</source>
        <translation>अङ्क</translation>
    </message>
    <message>
        <source>Delete the last digit</source>
        <translation>अन्तिम अङ्क मेटाउनुहोस्</translation>
    </message>
</context>
<context>
    <name>PinResetDialog</name>
    <message>
        <source>Set the PIN of {name} anew</source>
        <translation>पिन नयाँ राख्ने: {name}</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>टोकन</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>टाँस्नुहोस्</translation>
    </message>
    <message>
        <source>New PIN, 4 to 8 digits</source>
        <translation>नयाँ पिन, 4 देखि 8 अङ्क</translation>
    </message>
    <message>
        <source>The same PIN again</source>
        <translation>त्यही पिन फेरि</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द गर्नुहोस्</translation>
    </message>
    <message>
        <source>Everybody at the counter is told of it until an owner has typed a PIN, and it stands in the record and on the next Z report.</source>
        <translation>मालिकले पिन नटाइप गरुन्जेल काउन्टरमा सबैले यो देख्छन्। यो रेकर्डमा र अर्को Z रिपोर्टमा पनि लेखिन्छ।</translation>
    </message>
    <message>
        <source>Ask for it now</source>
        <translation>अहिले माग्नुहोस्</translation>
    </message>
    <message>
        <source>Set the PIN</source>
        <translation>पिन राख्नुहोस्</translation>
    </message>
    <message>
        <source>Looking what this computer keeps…</source>
        <translation>यो कम्प्युटरमा के राखिएको छ हेर्दै छ…</translation>
    </message>
    <message>
        <source>Type or paste the shop’s token for {environment} anew: only the owner has it.</source>
        <translation>पसलको {environment}को टोकन फेरि टाइप गर्नुहोस् वा टाँस्नुहोस्। त्यो मालिकसँग मात्र हुन्छ।</translation>
    </message>
    <message>
        <source>The 24 hours are over: set the new PIN.</source>
        <translation>24 घण्टा पुग्यो। नयाँ पिन राख्नुहोस्।</translation>
    </message>
    <message>
        <source>It was asked for: {asked}. The PIN can be set from {possible} on, here again.</source>
        <translation>मागिएको समय: {asked}। यहीँ फेरि आएर पिन राख्न मिल्ने समय: {possible}।</translation>
    </message>
    <message>
        <source>A payment is being sent. Wait for the answer.</source>
        <translation>भुक्तानी पठाउँदै छ। जवाफ कुर्नुहोस्।</translation>
    </message>
    <message>
        <source>Enter the token first.</source>
        <translation>पहिले टोकन राख्नुहोस्।</translation>
    </message>
    <message>
        <source>The two PINs are not the same.</source>
        <translation>दुइटा पिन एउटै भएनन्।</translation>
    </message>
    <message>
        <source>{name} is not among the people any more.</source>
        <translation>अब यहाँ काम गर्नुहुन्न: {name}।</translation>
    </message>
    <message>
        <source>Too many wrong tries. The next one is possible: {time}.</source>
        <translation>धेरै पटक गलत भयो। अर्को प्रयास गर्न मिल्ने समय: {time}।</translation>
    </message>
    <message>
        <source>This is not the token of the shop.</source>
        <translation>यो पसलको टोकन होइन।</translation>
    </message>
    <message>
        <source>This computer keeps no token of the shop for {environment}. The PIN can be set anew 24 hours after it was asked for; until then everybody at the counter is told, and an owner who types a PIN calls it off.</source>
        <translation>यो कम्प्युटरमा पसलको {environment}को टोकन राखिएको छैन। मागेको 24 घण्टापछि पिन नयाँ राख्न मिल्छ। त्यतिन्जेल काउन्टरमा सबैले यो देख्छन्, र मालिकले पिन टाइप गरेमा यो रद्द हुन्छ।</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बन्द गर्नुहोस्</translation>
    </message>
</context>
<context>
    <name>Print</name>
    <message>
        <source>This computer has no printer.</source>
        <translation>यस कम्प्युटरमा प्रिन्टर छैन।</translation>
    </message>
    <message>
        <source>Save the PDF, or set up a printer.</source>
        <translation>PDF सेभ गर्नुहोस्, वा प्रिन्टर जोड्नुहोस्।</translation>
    </message>
    <message>
        <source>The printer “{printer}” is not there.</source>
        <translation>प्रिन्टर “{printer}” भेटिएन।</translation>
    </message>
    <message>
        <source>Choose another one in Settings, Shop and receipt.</source>
        <translation>सेटिङ, पसल र रसिदमा अर्को छान्नुहोस्।</translation>
    </message>
    <message>
        <source>Check that it is on and has paper, then print again.</source>
        <translation>प्रिन्टर अन छ र कागज छ कि हेर्नुहोस्, अनि फेरि प्रिन्ट गर्नुहोस्।</translation>
    </message>
    <message>
        <source>The printer “{printer}” stopped.</source>
        <translation>प्रिन्टर “{printer}” बीचमै रोकियो।</translation>
    </message>
    <message>
        <source>The file could not be written: {path}</source>
        <translation>फाइल सेभ गर्न सकिएन: {path}</translation>
    </message>
    <message>
        <source>Print it, or ask who looks after this computer.</source>
        <translation>प्रिन्ट गर्नुहोस्, वा कम्प्युटर हेर्ने व्यक्तिलाई सोध्नुहोस्।</translation>
    </message>
    <message>
        <source>This computer’s disk is full.</source>
        <translation>यस कम्प्युटरको डिस्क भरिएको छ।</translation>
    </message>
    <message>
        <source>Print it, or free some room on the disk.</source>
        <translation>प्रिन्ट गर्नुहोस्, वा डिस्कमा केही ठाउँ खाली गर्नुहोस्।</translation>
    </message>
    <message>
        <source>The printer “{printer}” did not accept the print.</source>
        <translation>प्रिन्टर “{printer}” ले प्रिन्ट स्वीकार गरेन।</translation>
    </message>
</context>
<context>
    <name>PrintJob</name>
    <message>
        <source>Printing…</source>
        <translation>प्रिन्ट हुँदै छ…</translation>
    </message>
    <message>
        <source>A paper is still under way.</source>
        <translation>एउटा कागज अझै आउँदै छ।</translation>
    </message>
    <message>
        <source>Wait for it, then press again.</source>
        <translation>पर्खनुहोस्, अनि फेरि थिच्नुहोस्।</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>प्रिन्टरमा पठाइयो।</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>सेभ भयो।</translation>
    </message>
    <message>
        <source>It is not in the record yet; that follows by itself.</source>
        <translation>रेकर्डमा अझै चढेको छैन; आफैँ चढ्नेछ।</translation>
    </message>
    <message>
        <source>No paper came out.</source>
        <translation>कागज आएन।</translation>
    </message>
    <message>
        <source>Look whether the paper came out.</source>
        <translation>कागज आयो कि आएन हेर्नुहोस्।</translation>
    </message>
</context>
<context>
    <name>PrinterSelect</name>
    <message>
        <source>Printer</source>
        <translation>प्रिन्टर</translation>
    </message>
    <message>
        <source>The computer’s default</source>
        <translation>कम्प्युटरको मुख्य प्रिन्टर</translation>
    </message>
</context>
<context>
    <name>PrinterStep</name>
    <message>
        <source>Choose the printer</source>
        <translation>प्रिन्टर छान्नुहोस्</translation>
    </message>
    <message>
        <source>Receipts can also be saved as PDF, without a printer.</source>
        <translation>प्रिन्टर नभए रसिद PDF मा पनि सेभ गर्न सकिन्छ।</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>कागज</translation>
    </message>
    <message>
        <source>Print without asking</source>
        <translation>नसोधी प्रिन्ट गर्ने</translation>
    </message>
    <message>
        <source>as soon as it is PAID</source>
        <translation>भुक्तानी हुनेबित्तिकै</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>प्रिन्टर</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>Look up again.</source>
        <translation>फेरि खोज्नुहोस्।</translation>
    </message>
    <message>
        <source>Check the internet line, then try again.</source>
        <translation>इन्टरनेट लाइन जाँच्नुहोस्, अनि फेरि प्रयास गर्नुहोस्।</translation>
    </message>
    <message>
        <source>Close the program and start it again.</source>
        <translation>प्रोग्राम बन्द गरेर फेरि खोल्नुहोस्।</translation>
    </message>
    <message>
        <source>The service cannot be reached.</source>
        <translation>सेवासम्म पुग्न सकिएन।</translation>
    </message>
    <message>
        <source>The service did not answer in time.</source>
        <translation>सेवाको जवाफ समयमा आएन।</translation>
    </message>
    <message>
        <source>The line to the service is not safe, so it was not used.</source>
        <translation>सेवासम्मको लाइन सुरक्षित छैन, त्यसैले प्रयोग गरिएन।</translation>
    </message>
    <message>
        <source>Check date and time of this computer, then try again.</source>
        <translation>यस कम्प्युटरको मिति र समय जाँच्नुहोस्, अनि फेरि प्रयास गर्नुहोस्।</translation>
    </message>
    <message>
        <source>The answer of the service could not be read.</source>
        <translation>सेवाको जवाफ पढ्न सकिएन।</translation>
    </message>
    <message>
        <source>The answer of the service was far too long.</source>
        <translation>सेवाको जवाफ धेरै नै लामो आयो।</translation>
    </message>
    <message>
        <source>The service gave an answer that is not expected.</source>
        <translation>सेवाले नसोचेको जवाफ दियो।</translation>
    </message>
    <message>
        <source>The service did not accept this.</source>
        <translation>सेवाले यो स्वीकार गरेन।</translation>
    </message>
    <message>
        <source>There is no token for this environment.</source>
        <translation>यो मोडको टोकन छैन।</translation>
    </message>
    <message>
        <source>Enter the token in Settings, Connection.</source>
        <translation>सेटिङ, जडानमा टोकन राख्नुहोस्।</translation>
    </message>
    <message>
        <source>This answer is not understood, do not take cash.</source>
        <translation>यो जवाफ बुझिएन, नगद नलिनुहोस्।</translation>
    </message>
    <message>
        <source>Nothing to pay.</source>
        <translation>तिर्नुपर्ने केही छैन।</translation>
    </message>
    <message>
        <source>This customer has no unpaid bill. Do not take cash.</source>
        <translation>यो ग्राहकको तिर्न बाँकी बिल छैन। नगद नलिनुहोस्।</translation>
    </message>
    <message>
        <source>The look-up was cancelled.</source>
        <translation>खोज रद्द गरियो।</translation>
    </message>
    <message>
        <source>This computer’s disk is full.</source>
        <translation>यस कम्प्युटरको डिस्क भरिएको छ।</translation>
    </message>
    <message>
        <source>Free some room on the disk, then try again.</source>
        <translation>डिस्कमा केही ठाउँ खाली गर्नुहोस्, अनि फेरि प्रयास गर्नुहोस्।</translation>
    </message>
    <message>
        <source>The settings could not be stored on this computer.</source>
        <translation>सेटिङ यो कम्प्युटरमा सेभ हुन सकेन।</translation>
    </message>
    <message>
        <source>No payment is lost, and the environment stays the same. Other changes hold until the program ends. Free some room on the disk, or ask who looks after this computer.</source>
        <translation>कुनै भुक्तानी हराउँदैन, मोड पनि उही रहन्छ। अरू परिवर्तन प्रोग्राम बन्द नभएसम्म मात्र रहन्छ। डिस्कमा केही ठाउँ खाली गर्नुहोस्, वा यो कम्प्युटर हेर्ने मान्छेलाई सोध्नुहोस्।</translation>
    </message>
    <message>
        <source>Another program is using the record of payments.</source>
        <translation>भुक्तानीको रेकर्ड अर्को प्रोग्रामले चलाइरहेको छ।</translation>
    </message>
    <message>
        <source>Wait a moment, then try again.</source>
        <translation>एकछिन पर्खनुहोस्, अनि फेरि प्रयास गर्नुहोस्।</translation>
    </message>
    <message>
        <source>The record of payments may not be written.</source>
        <translation>भुक्तानीको रेकर्डमा लेख्ने अनुमति छैन।</translation>
    </message>
    <message>
        <source>Ask who looks after this computer to allow it.</source>
        <translation>कम्प्युटर हेर्ने व्यक्तिलाई अनुमति मिलाउन भन्नुहोस्।</translation>
    </message>
    <message>
        <source>The record of payments is damaged.</source>
        <translation>भुक्तानीको रेकर्ड बिग्रिएको छ।</translation>
    </message>
    <message>
        <source>Do not take payments. Open Settings, Backup.</source>
        <translation>भुक्तानी नलिनुहोस्। सेटिङ, ब्याकअप खोल्नुहोस्।</translation>
    </message>
    <message>
        <source>The record of payments is from a newer Bhuktani.</source>
        <translation>भुक्तानीको रेकर्ड नयाँ Bhuktani को हो।</translation>
    </message>
    <message>
        <source>Install the newest Bhuktani on this computer.</source>
        <translation>यस कम्प्युटरमा सबैभन्दा नयाँ Bhuktani राख्नुहोस्।</translation>
    </message>
    <message>
        <source>The record of payments could not be used.</source>
        <translation>भुक्तानीको रेकर्ड चलाउन सकिएन।</translation>
    </message>
    <message>
        <source>The record went back to a backup and does not have this payment.</source>
        <translation>ब्याकअप रिस्टोर गरिएको छ, र रेकर्डमा यो भुक्तानी छैन।</translation>
    </message>
    <message>
        <source>A payment is just beginning.</source>
        <translation>एउटा भुक्तानी भर्खरै सुरु हुँदै छ।</translation>
    </message>
    <message>
        <source>A payment for this bill is still open.</source>
        <translation>यो बिलको अर्को भुक्तानी टुङ्गिएको छैन।</translation>
    </message>
    <message>
        <source>Open Waiting. Do not take cash again.</source>
        <translation>“पर्खाइमा” पाना खोल्नुहोस्। फेरि नगद नलिनुहोस्।</translation>
    </message>
    <message>
        <source>A payment for this customer was made a short time ago.</source>
        <translation>यो ग्राहकको भुक्तानी हालै गरिएको छ।</translation>
    </message>
    <message>
        <source>Ask the customer before you take cash.</source>
        <translation>नगद लिनुअघि ग्राहकलाई सोध्नुहोस्।</translation>
    </message>
    <message>
        <source>The look-up is too old to pay from.</source>
        <translation>खोजेको धेरै बेर भयो, यसबाट तिर्न मिल्दैन।</translation>
    </message>
    <message>
        <source>A decision needs a reason.</source>
        <translation>निर्णय गर्दा कारण चाहिन्छ।</translation>
    </message>
    <message>
        <source>Write down what support answered.</source>
        <translation>सपोर्टले के भन्यो, लेख्नुहोस्।</translation>
    </message>
    <message>
        <source>It is too early for a check.</source>
        <translation>जाँच्ने बेला भएको छैन।</translation>
    </message>
    <message>
        <source>This was done already.</source>
        <translation>यो भइसकेको छ।</translation>
    </message>
    <message>
        <source>Look at the payment in Waiting.</source>
        <translation>यो भुक्तानी “पर्खाइमा” पानामा हेर्नुहोस्।</translation>
    </message>
    <message>
        <source>The computer’s store for secrets is locked.</source>
        <translation>कम्प्युटरले टोकन राख्ने ठाउँ लक छ।</translation>
    </message>
    <message>
        <source>Unlock it, then try again.</source>
        <translation>लक खोल्नुहोस्, अनि फेरि प्रयास गर्नुहोस्।</translation>
    </message>
    <message>
        <source>The computer’s store for secrets does not work.</source>
        <translation>कम्प्युटरले टोकन राख्ने ठाउँ चलेको छैन।</translation>
    </message>
    <message>
        <source>Something happened that the program does not know.</source>
        <translation>प्रोग्रामले नबुझेको केही भयो।</translation>
    </message>
    <message>
        <source>{quote}.</source>
        <translation>{quote}।</translation>
    </message>
    <message>
        <source>{provider} answered: {quote}</source>
        <translation>{provider} को जवाफ: {quote}</translation>
    </message>
    <message>
        <source>Nothing was paid.</source>
        <translation>केही तिरिएको छैन।</translation>
    </message>
    <message>
        <source>Do not take cash. If it happens again, call support.</source>
        <translation>नगद नलिनुहोस्। फेरि यस्तै आए सपोर्टलाई फोन गर्नुहोस्।</translation>
    </message>
    <message>
        <source>Try again in a few minutes.</source>
        <translation>केही मिनेटपछि फेरि प्रयास गर्नुहोस्।</translation>
    </message>
    <message>
        <source>Look up again. If it happens again, call support.</source>
        <translation>फेरि खोज्नुहोस्। फेरि यस्तै आए सपोर्टलाई फोन गर्नुहोस्।</translation>
    </message>
    <message>
        <source>The settings could not be read, so they begin anew.</source>
        <translation>सेटिङ पढ्न सकिएन, त्यसैले नयाँ सुरु हुन्छ।</translation>
    </message>
    <message>
        <source>The old file is kept beside the new one, as {file}. No payment is lost.</source>
        <translation>पुरानो फाइल नयाँसँगै {file} नाममा राखिएको छ। कुनै भुक्तानी हराएको छैन।</translation>
    </message>
    <message>
        <source>Whether it was paid has not changed. Press F5: the list is read again.</source>
        <translation>भुक्तानी भएको वा नभएको कुरा बदलिएको छैन। F5 थिच्नुहोस्: सूची फेरि पढिन्छ।</translation>
    </message>
    <message>
        <source>The amount could not be read.</source>
        <translation>रकम पढ्न सकिएन।</translation>
    </message>
    <message>
        <source>It names nothing that can be paid.</source>
        <translation>त्यसमा भुक्तानी गर्न मिल्ने केही छैन।</translation>
    </message>
    <message>
        <source>It does not say which package is the current one.</source>
        <translation>अहिलेको प्याकेज कुन हो भन्ने त्यसमा छैन।</translation>
    </message>
    <message>
        <source>It names two amounts for the same thing.</source>
        <translation>त्यसमा एउटै कुराका दुई रकम छन्।</translation>
    </message>
    <message>
        <source>It names two prices for the same thing.</source>
        <translation>त्यसमा एउटै कुराका दुई मूल्य छन्।</translation>
    </message>
    <message>
        <source>The amount has paisa, which this company does not take.</source>
        <translation>रकममा पैसा छ, जुन यो कम्पनीले लिँदैन।</translation>
    </message>
    <message>
        <source>It is about another customer.</source>
        <translation>त्यो अर्कै ग्राहकको हो।</translation>
    </message>
    <message>
        <source>It names a due, and not whether the due is paid as well.</source>
        <translation>त्यसमा बक्यौता छ, तर त्यो पनि तिरिने हो कि होइन भन्ने छैन।</translation>
    </message>
    <message>
        <source>The company does not take a payment in advance from this customer.</source>
        <translation>कम्पनीले यो ग्राहकबाट अग्रिम भुक्तानी लिँदैन।</translation>
    </message>
    <message>
        <source>This customer has several services, and it does not say which one is paid.</source>
        <translation>यो ग्राहकका धेरै सेवा छन्, तर कुन चाहिँको तिरिने हो भन्ने त्यसमा छैन।</translation>
    </message>
    <message>
        <source>It names two things that could not be told apart when one is paid.</source>
        <translation>त्यसमा दुई कुरा छन्, जसलाई एउटा तिर्दा छुट्याउन सकिँदैन।</translation>
    </message>
    <message>
        <source>It names a number of months that this company does not take.</source>
        <translation>त्यसमा यो कम्पनीले नलिने महिनाको संख्या छ।</translation>
    </message>
    <message>
        <source>It names a kind of package that this program does not know.</source>
        <translation>त्यसमा यो प्रोग्रामले नचिन्ने किसिमको प्याकेज छ।</translation>
    </message>
    <message>
        <source>The record was changed outside of this program.</source>
        <translation>यो प्रोग्रामबाहिरबाट रेकर्ड फेरिएको छ।</translation>
    </message>
    <message>
        <source>Payments go on. Delete no backup, and call who looks after the program.</source>
        <translation>भुक्तानी चलिरहन्छ। कुनै ब्याकअप नमेट्नुहोस्, र प्रोग्राम हेर्ने व्यक्तिलाई फोन गर्नुहोस्।</translation>
    </message>
    <message>
        <source>What it is paid with does not come to the bill.</source>
        <translation>दिइएका रकम जोड्दा बिलसँग मिल्दैन।</translation>
    </message>
    <message>
        <source>Enter anew how it is paid, then pay.</source>
        <translation>कसरी तिरिन्छ, फेरि लेख्नुहोस्, अनि भुक्तानी गर्नुहोस्।</translation>
    </message>
    <message>
        <source>The customer would owe more than the owner allows.</source>
        <translation>ग्राहकको उधारो मालिकले तोकेको सीमाभन्दा बढी हुन्छ।</translation>
    </message>
    <message>
        <source>Take cash, or let the owner allow it.</source>
        <translation>नगद लिनुहोस्, वा मालिकबाट अनुमति लिनुहोस्।</translation>
    </message>
    <message>
        <source>The first check is possible a few minutes after sending.</source>
        <translation>पठाएको केही मिनेटपछि मात्र पहिलो जाँच हुन्छ।</translation>
    </message>
</context>
<context>
    <name>ProviderNote</name>
    <message>
        <source>not enabled: ask Khalti</source>
        <translation>बन्द: खल्तीलाई सोध्नुहोस्</translation>
    </message>
    <message>
        <source>retired by the service</source>
        <translation>सेवाले हटाइसकेको</translation>
    </message>
</context>
<context>
    <name>ProviderPage</name>
    <message>
        <source>Filter the providers</source>
        <translation>कम्पनी खोज्नुहोस्</translation>
    </message>
    <message>
        <source>Type to filter, e.g. “vi”</source>
        <translation>खोज्न टाइप गर्नुहोस्, जस्तै “vi”</translation>
    </message>
    <message>
        <source>Choose the provider</source>
        <translation>कम्पनी छान्नुहोस्</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>कम्पनी</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>छान्ने</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>यताउता</translation>
    </message>
    <message>
        <source>Recent customer</source>
        <translation>भर्खरको ग्राहक</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>अगाडि</translation>
    </message>
    <message>
        <source>{provider} is switched off. It is in Settings, Providers.</source>
        <translation>{provider} बन्द छ। सेटिङको “कम्पनी” मा छ।</translation>
    </message>
    <message>
        <source>No provider called “{words}”</source>
        <translation>“{words}” नामको कम्पनी छैन</translation>
    </message>
    <message>
        <source>{shown} of {total} providers are shown.</source>
        <translation>{total} मध्ये {shown} वटा कम्पनी।</translation>
    </message>
    <message>
        <source>Type to find the others.</source>
        <translation>अरू टाइप गरी खोज्नुहोस्।</translation>
    </message>
    <message>
        <source>All {total} providers are shown.</source>
        <translation>सबै {total} वटा कम्पनी देखाइएका छन्।</translation>
    </message>
    <message>
        <source>Show the most used</source>
        <translation>धेरै चल्ने मात्र देखाउनुहोस्</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>सबै देखाउनुहोस्</translation>
    </message>
    <message>
        <source>No company is shown.</source>
        <translation>कुनै कम्पनी देखाइएको छैन।</translation>
    </message>
    <message>
        <source>Cash is still open.</source>
        <translation>नगदको हिसाब बाँकी छ।</translation>
    </message>
    <message>
        <source>The program was interrupted while money was open: look into Waiting (F4) before you go on.</source>
        <translation>नगदको हिसाब बाँकी छँदै कार्यक्रम रोकिएको थियो: अगाडि बढ्नुअघि पर्खाइ (F4) हेर्नुहोस्।</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>खोजी मेट्ने</translation>
    </message>
</context>
<context>
    <name>ProviderTiles</name>
    <message>
        <source>Pinned</source>
        <translation>अगाडि राखिएका</translation>
    </message>
    <message numerus="yes">
        <source>%n this month</source>
        <translation>
            <numerusform>यो महिना %n पटक</numerusform>
            <numerusform>यो महिना %n पटक</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProvidersPage</name>
    <message>
        <source>At least one company stays on.</source>
        <translation>कम्तीमा एउटा कम्पनी खुला रहन्छ।</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>कम्पनीहरू</translation>
    </message>
    <message>
        <source>Switch all on</source>
        <translation>सबै राख्नुहोस्</translation>
    </message>
    <message>
        <source>Only the pinned ones</source>
        <translation>अगाडि राखिएका मात्र</translation>
    </message>
    <message>
        <source>No company is pinned.</source>
        <translation>कुनै कम्पनी अगाडि राखिएको छैन।</translation>
    </message>
    <message>
        <source>All are on.</source>
        <translation>सबै राखिएका छन्।</translation>
    </message>
    <message>
        <source>Only these are shown on the first page of a new payment. Payments and customers stay, whatever is switched off.</source>
        <translation>नयाँ भुक्तानीको पहिलो पानामा यिनै मात्र देखिन्छन्। हटाए पनि भुक्तानी र ग्राहकको विवरण रहिरहन्छ।</translation>
    </message>
    <message>
        <source>{count} of {total} are on.</source>
        <translation>{total} मध्ये {count} वटा देखिन्छन्।</translation>
    </message>
    <message>
        <source>Change the service of a company only when Khalti says so. Payments that wait stay as they are.</source>
        <translation>खल्तीले भनेमा मात्र कम्पनीको सेवा फेर्नुहोस्। पर्खाइमा रहेका भुक्तानी जस्ताको तस्तै रहन्छन्।</translation>
    </message>
    <message>
        <source>Usual service</source>
        <translation>सधैँको सेवा</translation>
    </message>
    <message>
        <source>New service: {name}</source>
        <translation>नयाँ सेवा: {name}</translation>
    </message>
    <message>
        <source>Only these are on.</source>
        <translation>यिनै मात्र देखिन्छन्।</translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) will be switched on.</source>
        <translation>
            <numerusform>%n वटा कम्पनी थपिनेछन्।</numerusform>
            <numerusform>%n वटा कम्पनी थपिनेछन्।</numerusform>
        </translation>
    </message>
    <message>
        <source>Switch all companies on?</source>
        <translation>सबै कम्पनी राख्ने?</translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) will be switched off.</source>
        <translation>
            <numerusform>%n वटा कम्पनी हट्नेछन्।</numerusform>
            <numerusform>%n वटा कम्पनी हट्नेछन्।</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep only the pinned companies?</source>
        <translation>अगाडि राखिएका कम्पनी मात्र राख्ने?</translation>
    </message>
    <message>
        <source>Your choice is lost.</source>
        <translation>सूचीमा तपाईँले छानेको कुरा मेटिनेछ।</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>नबदल्नुहोस्</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation>पूर्ववत गर्नुहोस्</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>पुनः गर्नुहोस्</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>काट्नुहोस्</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>कपी गर्नुहोस्</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>टाँस्नुहोस्</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>मेटाउनुहोस्</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>सबै छान्नुहोस्</translation>
    </message>
</context>
<context>
    <name>QScrollBar</name>
    <message>
        <source>Scroll here</source>
        <translation>यहाँसम्म जानुहोस्</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>सबैभन्दा माथि</translation>
    </message>
    <message>
        <source>Bottom</source>
        <translation>सबैभन्दा तल</translation>
    </message>
    <message>
        <source>Page up</source>
        <translation>एक पाना माथि</translation>
    </message>
    <message>
        <source>Page down</source>
        <translation>एक पाना तल</translation>
    </message>
    <message>
        <source>Scroll up</source>
        <translation>माथि</translation>
    </message>
    <message>
        <source>Scroll down</source>
        <translation>तल</translation>
    </message>
    <message>
        <source>Left edge</source>
        <translation>सबैभन्दा बायाँ</translation>
    </message>
    <message>
        <source>Right edge</source>
        <translation>सबैभन्दा दायाँ</translation>
    </message>
    <message>
        <source>Page left</source>
        <translation>एक पाना बायाँ</translation>
    </message>
    <message>
        <source>Page right</source>
        <translation>एक पाना दायाँ</translation>
    </message>
    <message>
        <source>Scroll left</source>
        <translation>बायाँ</translation>
    </message>
    <message>
        <source>Scroll right</source>
        <translation>दायाँ</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Undo</source>
        <translation>पूर्ववत गर्नुहोस्</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>पुनः गर्नुहोस्</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>काट्नुहोस्</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>कपी गर्नुहोस्</translation>
    </message>
    <message>
        <source>Copy &amp;Link Location</source>
        <translation>लिङ्क कपी गर्नुहोस्</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>टाँस्नुहोस्</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>मेटाउनुहोस्</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>सबै छान्नुहोस्</translation>
    </message>
</context>
<context>
    <name>RateDialog</name>
    <message>
        <source>Commission rate</source>
        <translation>कमिसनको दर</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>कम्पनी</translation>
    </message>
    <message>
        <source>Percent of the bill, such as 2.5</source>
        <translation>बिलको प्रतिशत, जस्तै 2.5</translation>
    </message>
    <message>
        <source>Rupees for each bill, if any</source>
        <translation>हरेक बिलको रुपैयाँ, भए</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द गर्नुहोस्</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>रेकर्ड गर्नुहोस्</translation>
    </message>
    <message>
        <source>That day is years away: check the year</source>
        <translation>त्यो दिन धेरै वर्ष टाढा छ: साल जाँच्नुहोस्</translation>
    </message>
    <message>
        <source>Enter percent or rupees</source>
        <translation>प्रतिशत वा रुपैयाँ लेख्नुहोस्</translation>
    </message>
    <message>
        <source>At most 50 percent, and Rs. 1,000 for a bill</source>
        <translation>बढीमा 50 प्रतिशत, र बिलको रु. 1,000</translation>
    </message>
    <message>
        <source>From this day on, Nepali or AD</source>
        <translation>यो दिनदेखि (वि.सं. वा ई.सं.)</translation>
    </message>
    <message>
        <source>There is no such day, or it is not certain: write it in AD</source>
        <translation>यस्तो गते छैन वा पक्का छैन: ई.सं. मा लेख्नुहोस्</translation>
    </message>
    <message>
        <source>Write the day as 2083-08-01, or 2026-11-17 in AD</source>
        <translation>दिन 2083-08-01 वा ई.सं. मा 2026-11-17 जसरी लेख्नुहोस्</translation>
    </message>
</context>
<context>
    <name>ReadyStep</name>
    <message>
        <source>Ready</source>
        <translation>तयार</translation>
    </message>
    <message>
        <source>The shop is connected when you press Start.</source>
        <translation>“सुरु गर्नुहोस्” थिचेपछि पसल जोडिन्छ।</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>सुरु गर्नुहोस्</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>पसल</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>क्यासियर</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>मोड</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>टोकन</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>ब्यालेन्स</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>प्रिन्टर</translation>
    </message>
    <message>
        <source>The computer’s default</source>
        <translation>कम्प्युटरको मुख्य प्रिन्टर</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>कागज</translation>
    </message>
    <message>
        <source>The token is being saved.</source>
        <translation>टोकन सेभ गर्दै छ।</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>कम्पनीहरू</translation>
    </message>
    <message>
        <source>All</source>
        <translation>सबै</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>र अरू %n वटा</numerusform>
            <numerusform>र अरू %n वटा</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>PAYMENT RECEIPT</source>
        <translation>भुक्तानी रसिद</translation>
    </message>
    <message>
        <source>CASH HELD SLIP</source>
        <translation>नगद राखेको पुर्जी</translation>
    </message>
    <message>
        <source>CASH RETURN SLIP</source>
        <translation>नगद फिर्ता पुर्जी</translation>
    </message>
    <message>
        <source>PRACTICE SLIP</source>
        <translation>अभ्यास पुर्जी</translation>
    </message>
    <message>
        <source>TEST SLIP</source>
        <translation>टेस्ट पुर्जी</translation>
    </message>
    <message>
        <source>NOT A RECEIPT</source>
        <translation>यो रसिद होइन</translation>
    </message>
    <message>
        <source>PAID</source>
        <translation>भुक्तानी भयो</translation>
    </message>
    <message>
        <source>WAITING</source>
        <translation>पर्खाइमा</translation>
    </message>
    <message>
        <source>NOT PAID</source>
        <translation>भुक्तानी भएन</translation>
    </message>
    <message>
        <source>PRACTICE — NOT A PAYMENT</source>
        <translation>अभ्यास — भुक्तानी होइन</translation>
    </message>
    <message>
        <source>TEST — NOT A PAYMENT</source>
        <translation>टेस्ट — भुक्तानी होइन</translation>
    </message>
    <message>
        <source>COPY {number}</source>
        <translation>प्रतिलिपि {number}</translation>
    </message>
    <message>
        <source>printed again {moment}</source>
        <translation>फेरि प्रिन्ट गरिएको: {moment}</translation>
    </message>
    <message>
        <source>printed again {moment} by {operator}</source>
        <translation>फेरि प्रिन्ट गरिएको: {moment}, {operator}</translation>
    </message>
    <message>
        <source>Receipt {number}</source>
        <translation>रसिद {number}</translation>
    </message>
    <message>
        <source>Cash held slip {number}</source>
        <translation>नगद राखेको पुर्जी {number}</translation>
    </message>
    <message>
        <source>Cash return slip {number}</source>
        <translation>नगद फिर्ता पुर्जी {number}</translation>
    </message>
    <message>
        <source>Phone {phone}</source>
        <translation>फोन {phone}</translation>
    </message>
    <message>
        <source>PAN {pan}</source>
        <translation>प्यान {pan}</translation>
    </message>
    <message>
        <source>Receipt no.</source>
        <translation>रसिद नं.</translation>
    </message>
    <message>
        <source>Slip no.</source>
        <translation>पुर्जी नं.</translation>
    </message>
    <message>
        <source>Date (BS)</source>
        <translation>मिति (बि.सं.)</translation>
    </message>
    <message>
        <source>not certain, see AD</source>
        <translation>निश्चित छैन, ई.सं. हेर्नुहोस्</translation>
    </message>
    <message>
        <source>Date (AD)</source>
        <translation>मिति (ई.सं.)</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>समय</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>क्यासियर</translation>
    </message>
    <message>
        <source>Cash taken on</source>
        <translation>नगद लिएको मिति</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>ग्राहक</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>युजरनेम</translation>
    </message>
    <message>
        <source>Customer ID</source>
        <translation>ग्राहक आईडी</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>फोन नम्बर</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>खाता</translation>
    </message>
    <message>
        <source>Customer’s phone</source>
        <translation>ग्राहकको फोन</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>शाखा</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>कम्पनी</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>लिएको सेवा</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>कनेक्सन</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>प्याकेज</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>बिल</translation>
    </message>
    <message>
        <source>Payment for</source>
        <translation>भुक्तानीको विवरण</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>अवधि</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 दिन</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} दिन</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1 महिना</translation>
    </message>
    <message>
        <source>{days} months</source>
        <translation>{days} महिना</translation>
    </message>
    <message>
        <source>Particulars</source>
        <translation>विवरण</translation>
    </message>
    <message>
        <source>Amount (Rs.)</source>
        <translation>रकम (रु.)</translation>
    </message>
    <message>
        <source>Package price</source>
        <translation>प्याकेजको मूल्य</translation>
    </message>
    <message>
        <source>Due so far</source>
        <translation>बक्यौता</translation>
    </message>
    <message>
        <source>used 1 day of the old package</source>
        <translation>पुरानो प्याकेज 1 दिन चलेको</translation>
    </message>
    <message>
        <source>used {days} days of the old package</source>
        <translation>पुरानो प्याकेज {days} दिन चलेको</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>दर</translation>
    </message>
    <message>
        <source>Service charge</source>
        <translation>सेवा शुल्क</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>भ्याट</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>रकम</translation>
    </message>
    <message>
        <source>TOTAL</source>
        <translation>जम्मा</translation>
    </message>
    <message>
        <source>Rs. {amount}</source>
        <translation>रु. {amount}</translation>
    </message>
    <message>
        <source>In words: {words}</source>
        <translation>अक्षरमा: {words}</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>पैसा मिलाएको</translation>
    </message>
    <message>
        <source>Cash to take</source>
        <translation>लिने नगद</translation>
    </message>
    <message>
        <source>Cash received</source>
        <translation>लिएको नगद</translation>
    </message>
    <message>
        <source>Change given</source>
        <translation>दिएको खुद्रा</translation>
    </message>
    <message>
        <source>Cash held</source>
        <translation>हामीसँग राखेको नगद</translation>
    </message>
    <message>
        <source>Cash to give back</source>
        <translation>फिर्ता दिनुपर्ने नगद</translation>
    </message>
    <message>
        <source>Cash returned</source>
        <translation>फिर्ता दिएको नगद</translation>
    </message>
    <message>
        <source>Returned on</source>
        <translation>फिर्ता दिएको मिति</translation>
    </message>
    <message>
        <source>Answer from the service</source>
        <translation>सेवाको जवाफ</translation>
    </message>
    <message>
        <source>Transaction id</source>
        <translation>ट्रान्जेक्सन आईडी</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>रिफरेन्स</translation>
    </message>
    <message>
        <source>Customer’s signature</source>
        <translation>ग्राहकको सही</translation>
    </message>
    <message>
        <source>For {shop}</source>
        <translation>तर्फबाट: {shop}</translation>
    </message>
    <message>
        <source>X REPORT — SO FAR</source>
        <translation>X रिपोर्ट — अहिलेसम्म</translation>
    </message>
    <message>
        <source>Z REPORT — SHIFT CLOSED</source>
        <translation>Z रिपोर्ट — सिफ्ट बन्द</translation>
    </message>
    <message>
        <source>X report {number}</source>
        <translation>X रिपोर्ट {number}</translation>
    </message>
    <message>
        <source>Z report {number}</source>
        <translation>Z रिपोर्ट {number}</translation>
    </message>
    <message>
        <source>Z report no.</source>
        <translation>Z रिपोर्ट नं.</translation>
    </message>
    <message>
        <source>Shift no.</source>
        <translation>सिफ्ट नं.</translation>
    </message>
    <message>
        <source>Counter and drawer</source>
        <translation>काउन्टर र गल्ला</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>खोलेको</translation>
    </message>
    <message>
        <source>Opened by</source>
        <translation>खोल्ने</translation>
    </message>
    <message>
        <source>Figures until</source>
        <translation>यो समयसम्मको</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>बन्द गरेको</translation>
    </message>
    <message>
        <source>This shift went over more than one day.</source>
        <translation>यो सिफ्ट एक दिनभन्दा बढी चल्यो।</translation>
    </message>
    <message>
        <source>Paid bills: {count}</source>
        <translation>भुक्तानी भएका बिल: {count}</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>रसिद</translation>
    </message>
    <message>
        <source>Opening cash</source>
        <translation>सुरुको नगद</translation>
    </message>
    <message>
        <source>Cash taken for bills</source>
        <translation>बिलका लागि लिएको नगद</translation>
    </message>
    <message>
        <source>Put in</source>
        <translation>थपेको</translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation>निकालेको</translation>
    </message>
    <message>
        <source>Taken to the safe or bank</source>
        <translation>सेफ वा बैंकमा लगेको</translation>
    </message>
    <message>
        <source>Opened without a sale</source>
        <translation>बिक्री बिना खोलेको</translation>
    </message>
    <message>
        <source>Old dues settled in cash</source>
        <translation>पुरानो उधारो नगदमा तिरेको</translation>
    </message>
    <message>
        <source>Held from before</source>
        <translation>पहिलेदेखि राखेको</translation>
    </message>
    <message>
        <source>In cash</source>
        <translation>नगदमा</translation>
    </message>
    <message>
        <source>By QR or wallet</source>
        <translation>QR वा वालेटबाट</translation>
    </message>
    <message>
        <source>On account</source>
        <translation>उधारोमा</translation>
    </message>
    <message>
        <source>Expected cash</source>
        <translation>हुनुपर्ने नगद</translation>
    </message>
    <message>
        <source>Counted cash</source>
        <translation>गनेको नगद</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>फरक</translation>
    </message>
    <message>
        <source>Reason of the difference</source>
        <translation>फरक पर्नुको कारण</translation>
    </message>
    <message>
        <source>Waiting, cash held, carried over</source>
        <translation>पर्खाइमा, राखेको नगद, अर्को सिफ्टमा सर्छ</translation>
    </message>
    <message>
        <source>To give back, carried over</source>
        <translation>फिर्ता दिन बाँकी, अर्को सिफ्टमा सर्छ</translation>
    </message>
    <message>
        <source>Payment {number}</source>
        <translation>भुक्तानी {number}</translation>
    </message>
    <message>
        <source>Operator’s signature</source>
        <translation>क्यासियरको सही</translation>
    </message>
    <message>
        <source>The amount is the figure {provider} asks for. It can differ from rate + VAT because of other charges.</source>
        <translation>रकम {provider} ले मागेको हो। अन्य शुल्कका कारण दर + भ्याटभन्दा फरक हुन सक्छ।</translation>
    </message>
    <message>
        <source>The total is the figure {provider} asks for. It can differ from the sum of the lines above.</source>
        <translation>जम्मा रकम {provider} ले मागेको हो। माथिका रकमको जोडभन्दा फरक हुन सक्छ।</translation>
    </message>
    <message>
        <source>The money is with us and the answer has not come yet. Please do not pay this bill anywhere else. We will call you.</source>
        <translation>पैसा हामीसँग छ, जवाफ आएको छैन। यो बिल अन्त नतिर्नुहोला। हामी फोन गर्छौँ।</translation>
    </message>
    <message>
        <source>This bill was not paid. The customer gets the cash back.</source>
        <translation>यो बिलको भुक्तानी भएन। ग्राहकले नगद फिर्ता पाउनुहुन्छ।</translation>
    </message>
    <message>
        <source>This bill was not paid. The customer has the cash back.</source>
        <translation>यो बिलको भुक्तानी भएन। ग्राहकले नगद फिर्ता पाउनुभयो।</translation>
    </message>
    <message>
        <source>Receipt details</source>
        <translation>रसिदको विवरण</translation>
    </message>
    <message>
        <source>This is a payment receipt, not a tax invoice.</source>
        <translation>यो भुक्तानीको रसिद हो, कर बीजक होइन।</translation>
    </message>
    <message>
        <source>This slip does not prove a payment. Bring it when you ask about this bill.</source>
        <translation>यो पुर्जी भुक्तानीको प्रमाण होइन। यो बिलबारे सोध्न आउँदा यसलाई लिएर आउनुहोस्।</translation>
    </message>
    <message>
        <source>This slip does not prove a payment.</source>
        <translation>यो पुर्जी भुक्तानीको प्रमाण होइन।</translation>
    </message>
    <message>
        <source>Made for learning. It proves no payment.</source>
        <translation>सिक्नका लागि बनाइएको। यो भुक्तानीको प्रमाण होइन।</translation>
    </message>
    <message>
        <source>Made on the test system. It proves no payment.</source>
        <translation>टेस्ट सिस्टममा बनाइएको। यो भुक्तानीको प्रमाण होइन।</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>धन्यवाद</translation>
    </message>
    <message>
        <source>To find this slip</source>
        <translation>यो पुर्जी खोज्न</translation>
    </message>
    <message>
        <source>Receipt {number} copy {copy}</source>
        <translation>रसिद {number} प्रतिलिपि {copy}</translation>
    </message>
    <message>
        <source>Customer’s name</source>
        <translation>ग्राहकको नाम</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>मोबाइल नम्बर</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>ठेगाना</translation>
    </message>
    <message>
        <source>Landline number</source>
        <translation>टेलिफोन नम्बर</translation>
    </message>
    <message>
        <source>Internet number</source>
        <translation>इन्टरनेट नम्बर</translation>
    </message>
    <message>
        <source>Set-top box</source>
        <translation>सेट-टप बक्स</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>कैफियत</translation>
    </message>
    <message>
        <source>{provider} confirms payments later, as usual. The money is with us until then. Please do not pay this bill anywhere else. We will call you.</source>
        <translation>{provider} ले सधैँजस्तै भुक्तानी पछि पक्का गर्छ। त्यतिन्जेल पैसा हामीसँग छ। कृपया यो बिल अन्त कतै नतिर्नुहोला। हामी फोन गर्नेछौँ।</translation>
    </message>
    <message>
        <source>Name and account as the shop was told; {provider} has not checked them.</source>
        <translation>नाम र खाता पसललाई बताइएअनुसार; {provider} ले जाँचेको होइन।</translation>
    </message>
    <message>
        <source>COMPLAINT TO THE SERVICE</source>
        <translation>सेवालाई गुनासो</translation>
    </message>
    <message>
        <source>Complaint {number}</source>
        <translation>गुनासो {number}</translation>
    </message>
    <message>
        <source>This payment has had no final outcome since {moment}. Please tell us whether it was carried out. If it was not, please credit its amount to us again.</source>
        <translation>यो भुक्तानीको अन्तिम नतिजा अझै आएको छैन (पठाएको: {moment})। यो भुक्तानी भयो कि भएन, बताइदिनुहोला। नभएको भए यसको रकम हाम्रो ब्यालेन्समा थपिदिनुहोला।</translation>
    </message>
    <message>
        <source>Complaint no.</source>
        <translation>गुनासो नं.</translation>
    </message>
    <message>
        <source>Ticket of support</source>
        <translation>सपोर्टको टिकट</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>पसल</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>पठाएको समय</translation>
    </message>
    <message>
        <source>Reference of the look-up before</source>
        <translation>त्यसअघिको खोजीको रेफरेन्स</translation>
    </message>
    <message>
        <source>Answers of the service</source>
        <translation>सेवाका जवाफ</translation>
    </message>
    <message>
        <source>payment</source>
        <translation>भुक्तानी</translation>
    </message>
    <message>
        <source>look-up</source>
        <translation>जाँच</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>बीचमै टुट्यो</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>जवाफ आएन</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>अरू {count}</translation>
    </message>
    <message>
        <source>You answered on {moment} that this payment was carried out, and do not count it as paid now. Please tell us whether the bill is paid at the company, and why the amount was sent back.</source>
        <translation>यो भुक्तानी भयो भन्ने जवाफ आएको थियो ({moment}), अहिलेको जवाफमा भने तिरेको छैन। कम्पनीमा यो बिल तिरियो कि तिरिएन, र रकम किन रद्द भयो, बताइदिनुहोला।</translation>
    </message>
    <message>
        <source>You answered on {moment} that this payment was carried out, and your later answers contradict that. Please tell us which is right. If it was not, please credit its amount to us again.</source>
        <translation>यो भुक्तानी भयो भन्ने जवाफ आएको थियो ({moment}), पछिका जवाफ भने त्योसँग मिल्दैनन्। कुन ठीक हो, बताइदिनुहोला। भुक्तानी नभएको भए यसको रकम हाम्रो ब्यालेन्समा थपिदिनुहोला।</translation>
    </message>
    <message>
        <source>SENT BACK BY THE COMPANY</source>
        <translation>कम्पनीले रद्द गरेको</translation>
    </message>
    <message>
        <source>The company sent this payment back: {moment}. This receipt is no proof of payment any more.</source>
        <translation>कम्पनीले यो भुक्तानी रद्द गर्‍यो: {moment}। यो रसिद अब तिरेको प्रमाण होइन।</translation>
    </message>
    <message>
        <source>Came back from the company in this shift</source>
        <translation>यस सिफ्टमा कम्पनीले रद्द गरेको</translation>
    </message>
    <message>
        <source>Came back, not settled yet, carried over</source>
        <translation>रद्द भएको, मिलाउन बाँकी, अर्को सिफ्टमा सर्छ</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>तिर्नुपर्ने</translation>
    </message>
    <message>
        <source>Not owed any more</source>
        <translation>उधारो हट्यो</translation>
    </message>
    <message>
        <source>Paid by the customer with</source>
        <translation>ग्राहकले तिरेको तरिका</translation>
    </message>
    <message>
        <source>To give back by QR or wallet</source>
        <translation>QR वा वालेटबाट फिर्ता दिनुपर्ने</translation>
    </message>
    <message>
        <source>Given back by QR or wallet</source>
        <translation>QR वा वालेटबाट फिर्ता दिएको</translation>
    </message>
    <message>
        <source>COMMISSION, AS EXPECTED</source>
        <translation>कमिसन, हुनुपर्ने</translation>
    </message>
    <message>
        <source>Commission {month}</source>
        <translation>कमिसन {month}</translation>
    </message>
    <message>
        <source>Commission expected</source>
        <translation>हुनुपर्ने कमिसन</translation>
    </message>
    <message>
        <source>Expected by the rates that the shop entered. The service did not confirm it.</source>
        <translation>पसलले राखेको दरअनुसार हुनुपर्ने रकम। सेवाले पक्का गरेको होइन।</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>महिना</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>बनाइएको</translation>
    </message>
    <message>
        <source>Bills without a rate: {count}</source>
        <translation>दर नभएका बिल: {count}</translation>
    </message>
    <message>
        <source>Who owes on account</source>
        <translation>उधारो सूची</translation>
    </message>
    <message>
        <source>since {moment}</source>
        <translation>उधारो सुरु: {moment}</translation>
    </message>
    <message>
        <source>Owed by all</source>
        <translation>सबैको उधारो</translation>
    </message>
    <message>
        <source>Settled on account {number}</source>
        <translation>उधारो तिरेको पर्ची {number}</translation>
    </message>
    <message>
        <source>Settled on</source>
        <translation>तिरेको मिति</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>तिरेको तरिका</translation>
    </message>
    <message>
        <source>Reference of the wallet</source>
        <translation>वालेटको रेफरेन्स</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>तिरेको</translation>
    </message>
    <message>
        <source>Still owed</source>
        <translation>बाँकी उधारो</translation>
    </message>
    <message>
        <source>The owner’s PIN was set anew with the shop’s token on {moment}</source>
        <translation>मालिकको पिन पसलको टोकनले नयाँ राखियो: {moment}</translation>
    </message>
    <message>
        <source>The owner’s PIN was set anew without a token, a day after asking, on {moment}</source>
        <translation>मालिकको पिन टोकनबिना, मागेको एक दिनपछि नयाँ राखियो: {moment}</translation>
    </message>
    <message>
        <source>Old dues settled by QR or wallet</source>
        <translation>पुरानो उधारो QR वा वालेटबाट तिरेको</translation>
    </message>
</context>
<context>
    <name>ReceiptDialog</name>
    <message>
        <source>Not stored: {what}.</source>
        <translation>सेभ हुन सकेन: {what}।</translation>
    </message>
    <message>
        <source>Logo and last lines of the receipt</source>
        <translation>रसिदको लोगो र अन्तिम लाइनहरू</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>तस्बिर छान्नुहोस्…</translation>
    </message>
    <message>
        <source>Print no logo</source>
        <translation>लोगो नछाप्नुहोस्</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द गर्नुहोस्</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>भयो</translation>
    </message>
    <message>
        <source>Line {number} at the end</source>
        <translation>अन्त्यको लाइन {number}</translation>
    </message>
    <message>
        <source>There is no logo.</source>
        <translation>लोगो छैन।</translation>
    </message>
    <message>
        <source>No logo</source>
        <translation>लोगो छैन</translation>
    </message>
    <message>
        <source>The shop’s logo</source>
        <translation>पसलको लोगो</translation>
    </message>
    <message>
        <source>Choose a picture for the receipt</source>
        <translation>रसिदका लागि तस्बिर छान्नुहोस्</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>तस्बिरहरू</translation>
    </message>
    <message>
        <source>The picture is being read.</source>
        <translation>तस्बिर पढिँदै छ।</translation>
    </message>
    <message>
        <source>PNG or JPEG, up to 4 MB. It is printed in grey at the head of a receipt.</source>
        <translation>PNG वा JPEG, 4 MB सम्म। रसिदको माथि खैरो रङमा छापिन्छ।</translation>
    </message>
    <message>
        <source>This file could not be read.</source>
        <translation>यो फाइल पढ्न सकिएन।</translation>
    </message>
    <message>
        <source>This picture is too large: up to 4 MB and 5,000 pixels a side.</source>
        <translation>यो तस्बिर धेरै ठूलो छ: 4 MB र एकतर्फ 5,000 पिक्सेलसम्म मात्र।</translation>
    </message>
    <message>
        <source>This is no PNG or JPEG picture, or it is damaged.</source>
        <translation>यो PNG वा JPEG तस्बिर होइन, वा बिग्रेको छ।</translation>
    </message>
    <message>
        <source>The logo could not be stored on this computer.</source>
        <translation>यो कम्प्युटरमा लोगो राख्न सकिएन।</translation>
    </message>
    <message>
        <source>logo on receipts</source>
        <translation>रसिदको लोगो</translation>
    </message>
</context>
<context>
    <name>ReceiptPreview</name>
    <message>
        <source>Preview</source>
        <translation>नमुना</translation>
    </message>
</context>
<context>
    <name>Recent</name>
    <message numerus="yes">
        <source>%n payment(s) waiting</source>
        <translation>
            <numerusform>%n वटा पर्खाइमा</numerusform>
            <numerusform>%n वटा पर्खाइमा</numerusform>
        </translation>
    </message>
    <message>
        <source>paid today</source>
        <translation>आज तिरेको</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n दिन बाँकी</numerusform>
            <numerusform>%n दिन बाँकी</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bill(s) last time</source>
        <translation>
            <numerusform>पछिल्लो पटक %n वटा बिल</numerusform>
            <numerusform>पछिल्लो पटक %n वटा बिल</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecentPanel</name>
    <message>
        <source>Recent customers</source>
        <translation>भर्खरका ग्राहक</translation>
    </message>
    <message>
        <source>look up directly</source>
        <translation>सिधै खोज्ने</translation>
    </message>
    <message>
        <source>Customers that you look up appear here.</source>
        <translation>तपाईँले खोजेका ग्राहक यहाँ देखिन्छन्।</translation>
    </message>
    <message>
        <source>Practice customers</source>
        <translation>अभ्यासका ग्राहक</translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <source>First difference: {place}. Payments go on. Delete no backup (Bhuktani keeps all of them now), and call who looks after the program.</source>
        <translation>पहिलो फरक: {place}। भुक्तानी चलिरहन्छ। कुनै ब्याकअप नमेट्नुहोस् (Bhuktani ले अहिले सबै राख्छ), र प्रोग्राम हेर्ने व्यक्तिलाई फोन गर्नुहोस्।</translation>
    </message>
    <message>
        <source>{row} (counter {counter}, entry {position})</source>
        <translation>{row} (काउन्टर {counter}, विवरण {position})</translation>
    </message>
    <message>
        <source>cash movement {number}</source>
        <translation>नगद विवरण {number}</translation>
    </message>
    <message>
        <source>what a bill was paid with, {number}</source>
        <translation>बिल केले तिरियो भन्ने विवरण {number}</translation>
    </message>
    <message>
        <source>journal entry {number}</source>
        <translation>गतिविधि विवरण {number}</translation>
    </message>
    <message>
        <source>day close report {number}</source>
        <translation>दिन बन्द रिपोर्ट {number}</translation>
    </message>
    <message>
        <source>dues entry {number}</source>
        <translation>उधारो विवरण {number}</translation>
    </message>
    <message>
        <source>note on the shop’s credit, {number}</source>
        <translation>पसलको क्रेडिटको टिपोट {number}</translation>
    </message>
    <message>
        <source>commission rate {number}</source>
        <translation>कमिसन दर {number}</translation>
    </message>
    <message>
        <source>state of payment {number}</source>
        <translation>भुक्तानी {number} को अवस्था</translation>
    </message>
    <message>
        <source>shift {number}</source>
        <translation>सिफ्ट {number}</translation>
    </message>
    <message>
        <source>an entry that is missing</source>
        <translation>नभएको विवरण</translation>
    </message>
    <message>
        <source>{row}, payment {number}</source>
        <translation>{row}, भुक्तानी {number}</translation>
    </message>
    <message>
        <source>history entry {number}</source>
        <translation>इतिहासको विवरण {number}</translation>
    </message>
    <message>
        <source>payment {number}, as it was recorded</source>
        <translation>भुक्तानी {number}, लेखिँदाको विवरण</translation>
    </message>
    <message>
        <source>payment {number}, when it was sent</source>
        <translation>भुक्तानी {number}, पठाउँदाको विवरण</translation>
    </message>
    <message>
        <source>payment {number}, the service’s answer</source>
        <translation>भुक्तानी {number}, सेवाको जवाफ</translation>
    </message>
    <message>
        <source>payment {number}, a look-up</source>
        <translation>भुक्तानी {number}, जाँच</translation>
    </message>
    <message>
        <source>payment {number}, the owner’s decision</source>
        <translation>भुक्तानी {number}, मालिकको निर्णय</translation>
    </message>
    <message>
        <source>payment {number}, cash given back</source>
        <translation>भुक्तानी {number}, नगद फिर्ता</translation>
    </message>
    <message>
        <source>payment {number}, a printed paper</source>
        <translation>भुक्तानी {number}, छापिएको कागज</translation>
    </message>
    <message>
        <source>payment {number}, its history</source>
        <translation>भुक्तानी {number}, त्यसको इतिहास</translation>
    </message>
</context>
<context>
    <name>RecordBanner</name>
    <message>
        <source>These are payments of {environment}.</source>
        <translation>यी {environment} मोडका भुक्तानी हुन्।</translation>
    </message>
    <message>
        <source>They are real. Esc returns to {environment}.</source>
        <translation>यी साँच्चैका भुक्तानी हुन्। Esc ले फेरि {environment} मोडका भुक्तानी देखाउँछ।</translation>
    </message>
    <message>
        <source>No money moved. Esc returns to {environment}.</source>
        <translation>यिनमा पैसा काटिएको छैन। Esc ले फेरि {environment} मोडका भुक्तानी देखाउँछ।</translation>
    </message>
</context>
<context>
    <name>RecordHelp</name>
    <message>
        <source>Each entry of the record is sealed with the one before it. One of them is not what Bhuktani wrote: a person, another program or a bad disk has changed it. No payment was sent or taken back by that.</source>
        <translation>रेकर्डको हरेक कुरा अघिल्लोसँग जोडेर छाप लगाइएको हुन्छ। तीमध्ये एउटा Bhuktani ले लेखेजस्तो छैन: कुनै व्यक्ति, अर्को प्रोग्राम वा बिग्रेको डिस्कले फेरेको हो। त्यसले कुनै भुक्तानी पठाएको वा फिर्ता लिएको छैन।</translation>
    </message>
    <message>
        <source>Go on taking payments: they are recorded as before.</source>
        <translation>भुक्तानी लिइरहनुहोस्: पहिलेजस्तै रेकर्ड हुन्छ।</translation>
    </message>
    <message>
        <source>Look at the payment or the shift that the notice names, and compare it with its paper.</source>
        <translation>सूचनाले भनेको भुक्तानी वा पालो हेर्नुहोस्, र त्यसको कागजसँग मिलाउनुहोस्।</translation>
    </message>
    <message>
        <source>Delete no backup. Save a file for support (below), and call who looks after the program.</source>
        <translation>कुनै ब्याकअप नमेट्नुहोस्। सपोर्टका लागि फाइल सेभ गर्नुहोस् (तल), र प्रोग्राम हेर्ने व्यक्तिलाई फोन गर्नुहोस्।</translation>
    </message>
    <message>
        <source>The owner presses Seen. Until then the notice stays.</source>
        <translation>मालिकले “देखेँ” थिच्नुहुन्छ। त्यतिन्जेल सूचना रहन्छ।</translation>
    </message>
    <message>
        <source>The file in which this computer keeps the payments cannot be read. What was paid is paid: the service has it. But Bhuktani cannot see it, and cannot stop a second payment of the same bill.</source>
        <translation>यो कम्प्युटरले भुक्तानी राख्ने फाइल पढ्न सकिएन। जे तिरियो, तिरियो: सेवामा छ। तर Bhuktani ले त्यो देख्दैन, र उही बिलको दोस्रो भुक्तानी रोक्न सक्दैन।</translation>
    </message>
    <message>
        <source>Take no payment here. Keep the cash of those that wait apart, with their papers.</source>
        <translation>यहाँ भुक्तानी नलिनुहोस्। पर्खाइमा भएकाको नगद कागजसहित छुट्टै राख्नुहोस्।</translation>
    </message>
    <message>
        <source>Call the owner: only the owner can put a backup in its place.</source>
        <translation>मालिकलाई बोलाउनुहोस्: ब्याकअप मालिकले मात्र रिस्टोर गर्न सक्नुहुन्छ।</translation>
    </message>
    <message>
        <source>Open Settings, Backup, and restore the newest one. The damaged file is kept.</source>
        <translation>सेटिङ, ब्याकअप खोल्नुहोस् र सबैभन्दा नयाँ ब्याकअप रिस्टोर गर्नुहोस्। बिग्रेको फाइल राखिन्छ।</translation>
    </message>
    <message>
        <source>Receipts that are newer than the backup: ask support for them by reference.</source>
        <translation>ब्याकअपभन्दा नयाँ रसिदका भुक्तानी: रिफरेन्स दिएर सपोर्टलाई सोध्नुहोस्।</translation>
    </message>
    <message>
        <source>A newer Bhuktani has written this record. This one does not understand all of it, and so does not touch it. No payment is lost.</source>
        <translation>यो रेकर्ड नयाँ Bhuktani ले लेखेको हो। यसले सबै बुझ्दैन, त्यसैले छुँदैन। कुनै भुक्तानी हराएको छैन।</translation>
    </message>
    <message>
        <source>Take no payment with this Bhuktani.</source>
        <translation>यो Bhuktani बाट भुक्तानी नलिनुहोस्।</translation>
    </message>
    <message>
        <source>Close it, install the newest Bhuktani on this computer, and open it again.</source>
        <translation>यसलाई बन्द गर्नुहोस्, यस कम्प्युटरमा सबैभन्दा नयाँ Bhuktani राख्नुहोस्, र फेरि खोल्नुहोस्।</translation>
    </message>
    <message>
        <source>All payments are there then. Those that wait are looked up.</source>
        <translation>अनि सबै भुक्तानी देखिन्छन्। पर्खाइमा भएकाको जाँच आफैँ हुन्छ।</translation>
    </message>
</context>
<context>
    <name>ReminderDialog</name>
    <message>
        <source>Remind the customer</source>
        <translation>ग्राहकलाई सम्झाउनुहोस्</translation>
    </message>
    <message>
        <source>Code that opens WhatsApp with the reminder</source>
        <translation>सम्झौटीसहित ह्वाट्सएप खोल्ने कोड</translation>
    </message>
    <message>
        <source>Namaste {name}. Your {company} internet ({account}) runs out on {day}. You can pay for it at our shop. {shop}</source>
        <translation>नमस्ते {name}। तपाईँको {company} इन्टरनेट ({account}) सकिने दिन: {day}। हाम्रो पसलमा तिर्न सक्नुहुन्छ। {shop}</translation>
    </message>
    <message>
        <source>Namaste {name}. Your {company} internet ({account}) ran out on {day}. You can pay for it at our shop. {shop}</source>
        <translation>नमस्ते {name}। तपाईँको {company} इन्टरनेट ({account}) सकिएको दिन: {day}। हाम्रो पसलमा तिर्न सक्नुहुन्छ। {shop}</translation>
    </message>
</context>
<context>
    <name>ResultBody</name>
    <message>
        <source>Press it when the customer has the cash. Until then it stays in Waiting.</source>
        <translation>ग्राहकले नगद पाउनुभएपछि थिच्नुहोस्। त्यतिन्जेल यो पर्खाइमा रहन्छ।</translation>
    </message>
    <message>
        <source>Customer’s phone</source>
        <translation>ग्राहकको फोन</translation>
    </message>
    <message>
        <source>Give change {amount}</source>
        <translation>खुद्रा {amount} दिनुहोस्</translation>
    </message>
    <message>
        <source>No change to give</source>
        <translation>खुद्रा दिनुपर्दैन</translation>
    </message>
    <message>
        <source>The cash was given back</source>
        <translation>नगद फिर्ता दिइयो</translation>
    </message>
    <message>
        <source>You received {amount}.</source>
        <translation>तपाईँले {amount} लिनुभयो।</translation>
    </message>
    <message>
        <source>Nothing is left to do for this payment.</source>
        <translation>यो भुक्तानीमा गर्न बाँकी केही छैन।</translation>
    </message>
    <message>
        <source>If you have not given the change yet, give back the full {amount}.</source>
        <translation>खुद्रा दिनुभएको छैन भने {amount} सबै फिर्ता दिनुहोस्।</translation>
    </message>
    <message>
        <source>The bill was not paid.</source>
        <translation>बिलको भुक्तानी भएन।</translation>
    </message>
    <message>
        <source>The answers of the service contradict each other.</source>
        <translation>सेवाका जवाफ एक-अर्कासँग मिल्दैनन्।</translation>
    </message>
    <message>
        <source>No clear answer came, so the bill may or may not be paid.</source>
        <translation>स्पष्ट जवाफ आएन, बिल तिरियो कि तिरिएन अझै थाहा छैन।</translation>
    </message>
    <message>
        <source>Give the change of {change} and hold {amount}.</source>
        <translation>खुद्रा {change} दिनुहोस् र {amount} राख्नुहोस्।</translation>
    </message>
    <message>
        <source>Hold {amount}.</source>
        <translation>{amount} राख्नुहोस्।</translation>
    </message>
    <message>
        <source>The answer could not be written on this computer:</source>
        <translation>जवाफ यस कम्प्युटरमा लेख्न सकिएन:</translation>
    </message>
    <message>
        <source>Paid for</source>
        <translation>केको भुक्तानी</translation>
    </message>
    <message>
        <source>Receipt no.</source>
        <translation>रसिद नं.</translation>
    </message>
    <message>
        <source>Transaction id</source>
        <translation>ट्रान्जेक्सन आईडी</translation>
    </message>
    <message>
        <source>Paid at</source>
        <translation>भुक्तानी भएको समय</translation>
    </message>
    <message>
        <source>Balance now</source>
        <translation>अहिलेको ब्यालेन्स</translation>
    </message>
    <message>
        <source>Tell the customer</source>
        <translation>ग्राहकलाई भन्नुहोस्</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>कारण</translation>
    </message>
    <message>
        <source>Answer from the service: “{words}”</source>
        <translation>सेवाको जवाफ: “{words}”</translation>
    </message>
    <message>
        <source>saved with this payment</source>
        <translation>यो भुक्तानीसँगै सेभ हुन्छ</translation>
    </message>
    <message>
        <source>Saved with this payment.</source>
        <translation>यो भुक्तानीसँगै सेभ भयो।</translation>
    </message>
    <message>
        <source>The service is still working on it, so the bill may or may not be paid.</source>
        <translation>सेवाले अझै काम गर्दैछ, बिल तिरियो कि तिरिएन अझै थाहा छैन।</translation>
    </message>
    <message>
        <source>The payment was taken on. {provider} confirms later, as usual.</source>
        <translation>भुक्तानी लिइयो। {provider} ले सधैँजस्तै पछि पक्का गर्छ।</translation>
    </message>
    <message>
        <source>No cash taken</source>
        <translation>नगद लिएको छैन</translation>
    </message>
    <message>
        <source>The money was given back</source>
        <translation>पैसा फिर्ता दिइयो</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Same customer again</source>
        <translation>उही ग्राहक फेरि</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>पठाउनुहोस्</translation>
    </message>
    <message>
        <source>Send by WhatsApp</source>
        <translation>ह्वाट्सएपबाट पठाउनुहोस्</translation>
    </message>
    <message>
        <source>Open Waiting</source>
        <translation>“पर्खाइमा” पाना खोल्नुहोस्</translation>
    </message>
    <message>
        <source>New payment</source>
        <translation>नयाँ भुक्तानी</translation>
    </message>
    <message>
        <source>CASH RETURNED</source>
        <translation>नगद फिर्ता भयो</translation>
    </message>
</context>
<context>
    <name>ResultPaper</name>
    <message>
        <source>Receipt {number}</source>
        <translation>रसिद {number}</translation>
    </message>
    <message>
        <source>Cash return slip</source>
        <translation>नगद फिर्ता पुर्जी</translation>
    </message>
    <message>
        <source>Cash held slip</source>
        <translation>नगद राखेको पुर्जी</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>PDF सेभ गर्नुहोस्</translation>
    </message>
    <message>
        <source>Print slip</source>
        <translation>पुर्जी प्रिन्ट गर्नुहोस्</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>फेरि प्रिन्ट गर्नुहोस्</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>प्रिन्ट गर्नुहोस्</translation>
    </message>
</context>
<context>
    <name>ResultRecords</name>
    <message>
        <source>Recording…</source>
        <translation>रेकर्ड हुँदै छ…</translation>
    </message>
    <message>
        <source>First give the cash back, then press Ctrl R.</source>
        <translation>पहिले नगद फिर्ता दिनुहोस्, अनि Ctrl R थिच्नुहोस्।</translation>
    </message>
    <message>
        <source>Note it on paper and press Ctrl R again later, in Waiting.</source>
        <translation>कागजमा टिप्नुहोस् र पछि “पर्खाइमा” पानामा गएर फेरि Ctrl R थिच्नुहोस्।</translation>
    </message>
    <message>
        <source>The phone number could not be saved.</source>
        <translation>फोन नम्बर सेभ गर्न सकिएन।</translation>
    </message>
</context>
<context>
    <name>ReversalRecord</name>
    <message>
        <source>It is PAID here. Record it only if support says that they sent it back.</source>
        <translation>यहाँ यो तिरिसकेको छ। सपोर्टले रद्द भएको हो भनेमा मात्र लेख्नुहोस्।</translation>
    </message>
</context>
<context>
    <name>SavedActions</name>
    <message>
        <source>Open</source>
        <translation>खोल्नुहोस्</translation>
    </message>
    <message>
        <source>The file could not be opened.</source>
        <translation>फाइल खोल्न सकिएन।</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>फोल्डरमा हेर्नुहोस्</translation>
    </message>
    <message>
        <source>The folder could not be opened.</source>
        <translation>फोल्डर खोल्न सकिएन।</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search all payments</source>
        <translation>सबै भुक्तानीमा खोज्नुहोस्</translation>
    </message>
    <message>
        <source>Name, ID, amount, phone, receipt</source>
        <translation>नाम, आईडी, रकम, फोन, रसिद</translation>
    </message>
    <message>
        <source>Name, ID, amount</source>
        <translation>नाम, आईडी, रकम</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>खोज</translation>
    </message>
</context>
<context>
    <name>SendingPanel</name>
    <message>
        <source>Sending…</source>
        <translation>पठाउँदै छ…</translation>
    </message>
    <message>
        <source>Do not close. Do not take another payment for this bill.</source>
        <translation>बन्द नगर्नुहोस्। यो बिलको अर्को भुक्तानी नलिनुहोस्।</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n सेकेन्ड</numerusform>
            <numerusform>%n सेकेन्ड</numerusform>
        </translation>
    </message>
    <message>
        <source>Recorded on this computer</source>
        <translation>यस कम्प्युटरमा रेकर्ड गरियो</translation>
    </message>
    <message>
        <source>Sent to the service</source>
        <translation>सेवामा पठाइयो</translation>
    </message>
    <message>
        <source>Waiting for the answer</source>
        <translation>जवाफ पर्खँदै</translation>
    </message>
    <message>
        <source>Up to 60 seconds, then it goes to Waiting and is checked by itself.</source>
        <translation>60 सेकेन्डसम्म, त्यसपछि पर्खाइमा जान्छ र आफैँ जाँचिन्छ।</translation>
    </message>
</context>
<context>
    <name>ServiceCode</name>
    <message>
        <source>The service got no token from this shop.</source>
        <translation>यो पसलबाट सेवालाई टोकन पुगेन।</translation>
    </message>
    <message>
        <source>The service does not know the shop’s token.</source>
        <translation>सेवाले पसलको टोकन चिनेन।</translation>
    </message>
    <message>
        <source>The shop’s token was deleted at the service.</source>
        <translation>सेवामा पसलको टोकन हटाइएको छ।</translation>
    </message>
    <message>
        <source>The shop’s token is switched off at the service.</source>
        <translation>सेवामा पसलको टोकन बन्द गरिएको छ।</translation>
    </message>
    <message>
        <source>The shop’s account at the service was deleted.</source>
        <translation>सेवामा पसलको खाता हटाइएको छ।</translation>
    </message>
    <message>
        <source>The shop’s account at the service is switched off.</source>
        <translation>सेवामा पसलको खाता बन्द गरिएको छ।</translation>
    </message>
    <message>
        <source>The shop’s account at the service has expired.</source>
        <translation>सेवामा पसलको खाताको म्याद सकिएको छ।</translation>
    </message>
    <message>
        <source>{provider} is not switched on for the shop’s account.</source>
        <translation>पसलको खातामा {provider} खोलिएको छैन।</translation>
    </message>
    <message>
        <source>The shop’s account is not allowed to do this.</source>
        <translation>पसलको खातालाई यो गर्ने अनुमति छैन।</translation>
    </message>
    <message>
        <source>The service did not accept what was entered.</source>
        <translation>लेखिएको कुरा सेवाले स्वीकार गरेन।</translation>
    </message>
    <message>
        <source>The service did not accept one of the entries.</source>
        <translation>लेखिएकामध्ये एउटा सेवाले स्वीकार गरेन।</translation>
    </message>
    <message>
        <source>The service found no reference in the call.</source>
        <translation>पठाएको अनुरोधमा रिफरेन्स थिएन।</translation>
    </message>
    <message>
        <source>The service has seen this reference before.</source>
        <translation>यो रिफरेन्स सेवाले पहिले नै देखेको छ।</translation>
    </message>
    <message>
        <source>The service could not read the call.</source>
        <translation>सेवाले पठाएको अनुरोध पढ्न सकेन।</translation>
    </message>
    <message>
        <source>The service could not read a part of the call.</source>
        <translation>सेवाले पठाएको अनुरोधको एउटा भाग पढ्न सकेन।</translation>
    </message>
    <message>
        <source>The shop’s balance at the service is too low.</source>
        <translation>सेवामा पसलको ब्यालेन्स पुगेन।</translation>
    </message>
    <message>
        <source>The service has a fault of its own.</source>
        <translation>सेवामै समस्या छ।</translation>
    </message>
    <message>
        <source>The service could not reach {provider}.</source>
        <translation>सेवा {provider} सम्म पुग्न सकेन।</translation>
    </message>
    <message>
        <source>The service has no recharge card for this amount.</source>
        <translation>सेवासँग यो रकमको रिचार्ज कार्ड छैन।</translation>
    </message>
    <message>
        <source>{provider} has a fault of its own.</source>
        <translation>{provider} मै समस्या छ।</translation>
    </message>
    <message>
        <source>{provider} did not accept this.</source>
        <translation>{provider} ले यो स्वीकार गरेन।</translation>
    </message>
    <message>
        <source>The service says that the details are not right.</source>
        <translation>सेवाका अनुसार विवरण मिलेन।</translation>
    </message>
    <message>
        <source>The service does not know this reference.</source>
        <translation>सेवाले यो रिफरेन्स चिनेन।</translation>
    </message>
    <message>
        <source>{provider} does not know this customer.</source>
        <translation>{provider} मा यो ग्राहक भेटिएन।</translation>
    </message>
    <message>
        <source>{provider} does not take this amount.</source>
        <translation>{provider} ले यो रकम लिँदैन।</translation>
    </message>
    <message>
        <source>{provider} gave no reason that the service knows.</source>
        <translation>{provider} ले दिएको कारण बुझिएन।</translation>
    </message>
    <message>
        <source>Check the token in Settings, Connection.</source>
        <translation>सेटिङ, जडानमा टोकन जाँच्नुहोस्।</translation>
    </message>
    <message>
        <source>Call the service’s support about the shop’s account.</source>
        <translation>पसलको खाताबारे सेवाको सपोर्टलाई फोन गर्नुहोस्।</translation>
    </message>
    <message>
        <source>Check the spelling on the customer’s bill.</source>
        <translation>ग्राहकको बिलसँग हिज्जे मिलाएर हेर्नुहोस्।</translation>
    </message>
    <message>
        <source>Add balance at the service first.</source>
        <translation>पहिले सेवामा ब्यालेन्स थप्नुहोस्।</translation>
    </message>
    <message>
        <source>{provider} did not find this customer.</source>
        <translation>{provider} मा यो ग्राहक भेटिएन।</translation>
    </message>
    <message>
        <source>The service did not accept this.</source>
        <translation>सेवाले यो स्वीकार गरेन।</translation>
    </message>
    <message>
        <source>{provider} is down for maintenance.</source>
        <translation>{provider} अहिले मर्मतमा छ।</translation>
    </message>
    <message>
        <source>If it happens again, call support with the code.</source>
        <translation>फेरि यस्तै आए कोड भनेर सपोर्टलाई फोन गर्नुहोस्।</translation>
    </message>
    <message>
        <source>Try again in a few minutes.</source>
        <translation>केही मिनेटपछि फेरि प्रयास गर्नुहोस्।</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>सेटिङ</translation>
    </message>
    <message>
        <source>About Bhuktani</source>
        <translation>Bhuktani बारे</translation>
    </message>
    <message>
        <source>Shop and receipt</source>
        <translation>पसल र रसिद</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>जडान</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>भाषा र रूप</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>कम्पनी</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>ब्याकअप</translation>
    </message>
    <message>
        <source>Undo changes</source>
        <translation>परिवर्तन रद्द गर्नुहोस्</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सेभ गर्नुहोस्</translation>
    </message>
    <message>
        <source>Saved on this computer only</source>
        <translation>यही कम्प्युटरमा मात्र सेभ हुन्छ</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>केही परिवर्तन गरिएको छैन।</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>सेभ भयो।</translation>
    </message>
    <message>
        <source>The next receipt shows these details. Receipts already made stay as they are.</source>
        <translation>अर्को रसिदमा यी विवरण आउँछन्। पुराना रसिद जस्ताको तस्तै रहन्छन्।</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>सीमाहरू</translation>
    </message>
    <message>
        <source>People</source>
        <translation>व्यक्तिहरू</translation>
    </message>
</context>
<context>
    <name>SettleDialog</name>
    <message>
        <source>Settle what is owed</source>
        <translation>उधारो तिरेको लेख्ने</translation>
    </message>
    <message>
        <source>How it is paid</source>
        <translation>कसरी तिर्ने</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>रकम</translation>
    </message>
    <message>
        <source>Rs.</source>
        <translation>रु.</translation>
    </message>
    <message>
        <source>Reference, as the shop’s account shows it</source>
        <translation>रेफरेन्स, पसलको खातामा देखिएजस्तै</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द गर्नुहोस्</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>लेख्नुहोस्</translation>
    </message>
    <message>
        <source>{name} owes {owed} now.</source>
        <translation>{name}: अहिलेको उधारो {owed}।</translation>
    </message>
    <message>
        <source>Still owed: {left}</source>
        <translation>बाँकी उधारो: {left}</translation>
    </message>
    <message>
        <source>Enter the amount</source>
        <translation>रकम लेख्नुहोस्</translation>
    </message>
    <message>
        <source>That is more than what is owed.</source>
        <translation>यो उधारोभन्दा बढी भयो।</translation>
    </message>
    <message>
        <source>Type the reference</source>
        <translation>रेफरेन्स लेख्नुहोस्</translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <source>Send the receipt</source>
        <translation>रसिद पठाउनुहोस्</translation>
    </message>
    <message>
        <source>Code that opens WhatsApp with the receipt</source>
        <translation>रसिदसहित ह्वाट्सएप खोल्ने कोड</translation>
    </message>
    <message>
        <source>Or scan it with a phone: WhatsApp opens there with the receipt.</source>
        <translation>वा फोनले स्क्यान गर्नुहोस्: त्यहाँ रसिदसहित ह्वाट्सएप खुल्छ।</translation>
    </message>
    <message>
        <source>Copy a picture</source>
        <translation>तस्बिर कपी गर्नुहोस्</translation>
    </message>
    <message>
        <source>Save and copy a PDF</source>
        <translation>PDF सेभ र कपी गर्नुहोस्</translation>
    </message>
</context>
<context>
    <name>ShareTable</name>
    <message>
        <source>Paid</source>
        <translation>भुक्तानी</translation>
    </message>
    <message>
        <source>Amount (Rs.)</source>
        <translation>रकम (रु.)</translation>
    </message>
</context>
<context>
    <name>Shop</name>
    <message>
        <source>A PAN has 9 digits.</source>
        <translation>प्यानमा 9 अङ्क हुन्छन्।</translation>
    </message>
    <message>
        <source>Up to 6 letters A–Z and digits, and not C, H, N, P or T alone.</source>
        <translation>बढीमा 6 वटा A–Z अक्षर र अङ्क; C, H, N, P वा T मात्र हुँदैन।</translation>
    </message>
</context>
<context>
    <name>ShopPage</name>
    <message>
        <source>Shop name (English)</source>
        <translation>पसलको नाम (अङ्ग्रेजी)</translation>
    </message>
    <message>
        <source>Shop name (Nepali)</source>
        <translation>पसलको नाम (नेपाली)</translation>
    </message>
    <message>
        <source>Address (Nepali)</source>
        <translation>ठेगाना (नेपाली)</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>फोन</translation>
    </message>
    <message>
        <source>PAN (9 digits)</source>
        <translation>प्यान (9 अङ्क)</translation>
    </message>
    <message>
        <source>Operator’s name</source>
        <translation>क्यासियरको नाम</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>कागज</translation>
    </message>
    <message>
        <source>Rounding of the cash</source>
        <translation>पैसा मिलाउने तरिका</translation>
    </message>
    <message>
        <source>Round up</source>
        <translation>माथिल्लो रुपैयाँमा</translation>
    </message>
    <message>
        <source>Exact, with paisa</source>
        <translation>ठ्याक्कै, पैसासहित</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>नमुना छाप्नुहोस्</translation>
    </message>
    <message>
        <source>Print without asking</source>
        <translation>नसोधी प्रिन्ट गर्ने</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>प्रिन्टर</translation>
    </message>
    <message>
        <source>as soon as it is PAID</source>
        <translation>भुक्तानी हुनेबित्तिकै</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>प्रिन्ट हुँदै छ…</translation>
    </message>
    <message>
        <source>The test page did not come out. Try it again.</source>
        <translation>नमुना प्रिन्ट निस्किएन। फेरि प्रयास गर्नुहोस्।</translation>
    </message>
    <message>
        <source>The test page was sent to the printer.</source>
        <translation>नमुना प्रिन्टरमा पठाइयो।</translation>
    </message>
    <message>
        <source>Nearest rupee</source>
        <translation>नजिकको रुपैयाँमा</translation>
    </message>
    <message>
        <source>Address (English)</source>
        <translation>ठेगाना (अङ्ग्रेजी)</translation>
    </message>
    <message>
        <source>Receipt prefix</source>
        <translation>रसिद उपसर्ग</translation>
    </message>
    <message>
        <source>Logo and more…</source>
        <translation>लोगो आदि…</translation>
    </message>
</context>
<context>
    <name>ShopStep</name>
    <message>
        <source>Your shop</source>
        <translation>तपाईँको पसल</translation>
    </message>
    <message>
        <source>Shop name</source>
        <translation>पसलको नाम</translation>
    </message>
    <message>
        <source>Operator’s name</source>
        <translation>क्यासियरको नाम</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>ठेगाना</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>फोन</translation>
    </message>
    <message>
        <source>PAN (9 digits)</source>
        <translation>प्यान (9 अङ्क)</translation>
    </message>
    <message>
        <source>Enter the shop’s name.</source>
        <translation>पसलको नाम लेख्नुहोस्।</translation>
    </message>
    <message>
        <source>All of it can be changed later in Settings.</source>
        <translation>यी सबै पछि सेटिङमा बदल्न सकिन्छ।</translation>
    </message>
    <message>
        <source>This is shown on the receipts. Only the name is needed now.</source>
        <translation>यो रसिदमा आउँछ। अहिले नाम मात्र चाहिन्छ।</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Your shop</source>
        <translation>तपाईँको पसल</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>क्यासियर</translation>
    </message>
    <message>
        <source>The Nepali date of this day is not certain, so the AD date is shown.</source>
        <translation>यो दिनको नेपाली मिति निश्चित छैन, त्यसैले ई.सं. मिति देखाइएको छ।</translation>
    </message>
    <message>
        <source>Practice balance</source>
        <translation>अभ्यास ब्यालेन्स</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>ब्यालेन्स</translation>
    </message>
    <message>
        <source>asked at {time}</source>
        <translation>{time} मा सोधेको</translation>
    </message>
    <message>
        <source>The balance is low. Add balance at the service.</source>
        <translation>ब्यालेन्स कम छ। सेवामा ब्यालेन्स थप्नुहोस्।</translation>
    </message>
    <message>
        <source>Refresh balance</source>
        <translation>ब्यालेन्स फेरि हेर्नुहोस्</translation>
    </message>
    <message>
        <source>low</source>
        <translation>कम छ</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>इन्टरनेट छैन</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>थाहा भएन</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>{time} सम्म</translation>
    </message>
</context>
<context>
    <name>StepPanel</name>
    <message>
        <source>Back</source>
        <translation>पछाडि</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>अगाडि</translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <source>Paid today</source>
        <translation>आज तिरेको</translation>
    </message>
    <message numerus="yes">
        <source>Paid %n day(s) ago</source>
        <translation>
            <numerusform>%n दिन अघि तिरेको</numerusform>
            <numerusform>%n दिन अघि तिरेको</numerusform>
        </translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>ग्राहक</translation>
    </message>
</context>
<context>
    <name>SumPanel</name>
    <message>
        <source>Difference</source>
        <translation>फरक</translation>
    </message>
    <message>
        <source>end of the day before</source>
        <translation>अघिल्लो दिनको अन्त्य</translation>
    </message>
    <message>
        <source>Opening balance</source>
        <translation>सुरुको ब्यालेन्स</translation>
    </message>
    <message>
        <source>Bills paid</source>
        <translation>तिरिएका बिल</translation>
    </message>
    <message>
        <source>Given back by the service</source>
        <translation>सेवाले फिर्ता दिएको</translation>
    </message>
    <message>
        <source>Top-ups noted</source>
        <translation>टिपिएका टप-अप</translation>
    </message>
    <message>
        <source>Charges noted</source>
        <translation>टिपिएका शुल्क</translation>
    </message>
    <message>
        <source>Expected balance</source>
        <translation>हुनुपर्ने ब्यालेन्स</translation>
    </message>
    <message>
        <source>Balance at the service</source>
        <translation>सेवामा रहेको ब्यालेन्स</translation>
    </message>
</context>
<context>
    <name>SupportRow</name>
    <message>
        <source>One file for support, without tokens, customers’ names and phone numbers.</source>
        <translation>सपोर्टका लागि एउटा फाइल; टोकन, ग्राहकको नाम र फोन नम्बर हुँदैन।</translation>
    </message>
    <message>
        <source>Saving the file for support…</source>
        <translation>सपोर्टको फाइल सेभ हुँदै छ…</translation>
    </message>
    <message>
        <source>The file for support could not be saved.</source>
        <translation>सपोर्टको फाइल सेभ गर्न सकिएन।</translation>
    </message>
    <message>
        <source>Saved as {file} in {folder}</source>
        <translation>{file} नामले सेभ भयो, फोल्डर: {folder}</translation>
    </message>
    <message>
        <source>Save a file for support</source>
        <translation>सपोर्टका लागि फाइल सेभ गर्नुहोस्</translation>
    </message>
</context>
<context>
    <name>SweepButton</name>
    <message>
        <source>Asking {done} of {total}…</source>
        <translation>{total} मध्ये {done} सोधियो…</translation>
    </message>
    <message numerus="yes">
        <source>%n paid bill(s) checked.</source>
        <translation>
            <numerusform>तिरेका %n वटा बिल जाँचियो।</numerusform>
            <numerusform>तिरेका %n वटा बिल जाँचियो।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bill(s) came back: see Waiting.</source>
        <translation>
            <numerusform>%n वटा बिल रद्द भएको छ: “पर्खाइ” हेर्नुहोस्।</numerusform>
            <numerusform>%n वटा बिल रद्द भएको छ: “पर्खाइ” हेर्नुहोस्।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bill(s) for the owner: see Waiting.</source>
        <translation>
            <numerusform>%n वटा बिलमा मालिकको निर्णय चाहिन्छ: “पर्खाइ” हेर्नुहोस्।</numerusform>
            <numerusform>%n वटा बिलमा मालिकको निर्णय चाहिन्छ: “पर्खाइ” हेर्नुहोस्।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bill(s) got no clear answer: nothing was changed.</source>
        <translation>
            <numerusform>%n वटा बिलको स्पष्ट जवाफ आएन: केही बदलिएको छैन।</numerusform>
            <numerusform>%n वटा बिलको स्पष्ट जवाफ आएन: केही बदलिएको छैन।</numerusform>
        </translation>
    </message>
    <message>
        <source>None came back.</source>
        <translation>कुनै रद्द भएको छैन।</translation>
    </message>
</context>
<context>
    <name>Tender</name>
    <message>
        <source>Cash</source>
        <translation>नगद</translation>
    </message>
    <message>
        <source>QR or wallet</source>
        <translation>QR वा वालेट</translation>
    </message>
    <message>
        <source>On account</source>
        <translation>उधारो</translation>
    </message>
    <message>
        <source>charged to {name}</source>
        <translation>उधारो लिने: {name}</translation>
    </message>
    <message>
        <source>Give back {amount}</source>
        <translation>ग्राहकको {amount} सबै फिर्ता दिनुहोस्</translation>
    </message>
    <message>
        <source>Give back {amount} in cash</source>
        <translation>{amount} नगद फिर्ता दिनुहोस्</translation>
    </message>
    <message>
        <source>{amount} is not owed any more</source>
        <translation>{amount} को उधारो हट्यो</translation>
    </message>
    <message>
        <source>Give back {amount} by QR or wallet</source>
        <translation>{amount} QR वा वालेटबाट फिर्ता पठाउनुहोस्</translation>
    </message>
    <message>
        <source>{name} does not owe {amount} any more</source>
        <translation>{amount} को उधारो हट्यो: {name}</translation>
    </message>
    <message>
        <source>Keep the cash. Do not pay again.</source>
        <translation>नगद राख्नुहोस्। फेरि भुक्तानी नगर्नुहोस्।</translation>
    </message>
    <message>
        <source>Give nothing back. Do not pay again.</source>
        <translation>केही फिर्ता नदिनुहोस्। फेरि भुक्तानी नगर्नुहोस्।</translation>
    </message>
    <message>
        <source>Money returned</source>
        <translation>पैसा फिर्ता दिएँ</translation>
    </message>
    <message>
        <source>Cash returned</source>
        <translation>नगद फिर्ता दिएँ</translation>
    </message>
</context>
<context>
    <name>TenderChoice</name>
    <message>
        <source>new customer on account: {name}</source>
        <translation>उधारोको नयाँ ग्राहक: {name}</translation>
    </message>
    <message>
        <source>The bill is not on account: take the cash, or try again.</source>
        <translation>यो बिल उधारोमा गएको छैन: नगद लिनुहोस्, वा फेरि प्रयास गर्नुहोस्।</translation>
    </message>
</context>
<context>
    <name>TenderDialog</name>
    <message>
        <source>Paid otherwise than in cash</source>
        <translation>नगदबाहेक अरू तरिकाले तिर्ने</translation>
    </message>
    <message>
        <source>How it is paid</source>
        <translation>कसरी तिर्ने</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>रकम</translation>
    </message>
    <message>
        <source>Rs.</source>
        <translation>रु.</translation>
    </message>
    <message>
        <source>Reference, as the shop’s account shows it</source>
        <translation>रेफरेन्स, पसलको खातामा देखिएजस्तै</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द गर्नुहोस्</translation>
    </message>
    <message>
        <source>Take payment this way</source>
        <translation>यसरी नै लिनुहोस्</translation>
    </message>
    <message>
        <source>The rest in cash: {amount}</source>
        <translation>बाँकी नगदमा: {amount}</translation>
    </message>
    <message>
        <source>Look into the shop’s own account first: take it only if the money has arrived. This program does not check it.</source>
        <translation>पहिले पसलको आफ्नै खाता हेर्नुहोस्: पैसा आइसकेको छ भने मात्र लिनुहोस्। यो प्रोग्रामले जाँच गर्दैन।</translation>
    </message>
    <message>
        <source>A new customer may owe only what the owner allows.</source>
        <translation>नयाँ ग्राहकलाई मालिकले अनुमति दिएपछि मात्र उधारो दिन मिल्छ।</translation>
    </message>
    <message>
        <source>Nobody has that number. Type the name of the new customer.</source>
        <translation>यो नम्बर कसैको छैन। नयाँ ग्राहकको नाम टाइप गर्नुहोस्।</translation>
    </message>
    <message>
        <source>Type a name or a phone number, and choose who owes the bill.</source>
        <translation>नाम वा फोन नम्बर टाइप गर्नुहोस्, अनि कसको उधारो हो छान्नुहोस्।</translation>
    </message>
    <message>
        <source>{name} owes {owed} now.</source>
        <translation>{name}: अहिलेको उधारो {owed}।</translation>
    </message>
    <message>
        <source>The limit is {limit}.</source>
        <translation>सीमा {limit} हो।</translation>
    </message>
    <message>
        <source>Enter the amount</source>
        <translation>रकम लेख्नुहोस्</translation>
    </message>
    <message>
        <source>That is more than the bill: {amount}</source>
        <translation>यो बिलभन्दा बढी भयो: {amount}</translation>
    </message>
    <message>
        <source>No coin pays the paisa of the rest: {amount}</source>
        <translation>बाँकी रकमको पैसा तिर्ने सिक्का छैन: {amount}</translation>
    </message>
    <message>
        <source>Type the reference</source>
        <translation>रेफरेन्स लेख्नुहोस्</translation>
    </message>
    <message>
        <source>Who owes it?</source>
        <translation>उधारो कसको?</translation>
    </message>
    <message>
        <source>This name and phone are known: choose that row, or type another phone</source>
        <translation>यो नाम र फोनको ग्राहक पहिलेदेखि छ: त्यही पङ्क्ति छान्नुहोस्, वा अर्को फोन लेख्नुहोस्</translation>
    </message>
    <message>
        <source>That needs the owner.</source>
        <translation>यसका लागि मालिकको अनुमति चाहिन्छ।</translation>
    </message>
</context>
<context>
    <name>Token</name>
    <message>
        <source>Kept in memory only: it is asked for at each start. Never written down.</source>
        <translation>मेमोरीमा मात्र रहन्छ: हरेक पटक खोल्दा सोधिन्छ। कतै लेखिँदैन।</translation>
    </message>
    <message>
        <source>Kept in Windows Credential Manager, not in the program’s files.</source>
        <translation>Windows Credential Manager मा राखिन्छ, प्रोग्रामका फाइलमा होइन।</translation>
    </message>
    <message>
        <source>Kept in this computer’s keyring, not in the program’s files.</source>
        <translation>यस कम्प्युटरको सुरक्षित टोकन भण्डारमा राखिन्छ, प्रोग्रामका फाइलमा होइन।</translation>
    </message>
    <message>
        <source>This looks like a test token.</source>
        <translation>यो टेस्ट टोकन जस्तो छ।</translation>
    </message>
    <message>
        <source>LIVE usually needs a token without TEST: in it.</source>
        <translation>लाइभमा प्रायः TEST: नलेखिएको टोकन चाहिन्छ।</translation>
    </message>
    <message>
        <source>This looks like a live token.</source>
        <translation>यो लाइभ टोकन जस्तो छ।</translation>
    </message>
    <message>
        <source>On the test computer tokens usually begin with TEST:</source>
        <translation>टेस्ट कम्प्युटरमा टोकन प्रायः TEST: बाट सुरु हुन्छ</translation>
    </message>
</context>
<context>
    <name>TokenField</name>
    <message numerus="yes">
        <source>%n characters</source>
        <translation>
            <numerusform>%n अक्षर</numerusform>
            <numerusform>%n अक्षर</numerusform>
        </translation>
    </message>
    <message>
        <source>{length}.</source>
        <translation>{length}।</translation>
    </message>
    <message>
        <source>{length}, ending in {last}.</source>
        <translation>{length}, अन्तिम {last}।</translation>
    </message>
</context>
<context>
    <name>TokenForm</name>
    <message>
        <source>Token</source>
        <translation>टोकन</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>टाँस्नुहोस्</translation>
    </message>
    <message>
        <source>Enter the token first.</source>
        <translation>पहिले टोकन राख्नुहोस्।</translation>
    </message>
</context>
<context>
    <name>TokenPanel</name>
    <message>
        <source>Token for {environment}</source>
        <translation>{environment}को टोकन</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सेभ गर्नुहोस्</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>फेर्नुहोस्…</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>जाँच्नुहोस्</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>हटाउनुहोस्</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द गर्नुहोस्</translation>
    </message>
    <message>
        <source>Wait for the answer.</source>
        <translation>जवाफ पर्खनुहोस्।</translation>
    </message>
    <message>
        <source>Enter the token first.</source>
        <translation>पहिले टोकन राख्नुहोस्।</translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s) are WAITING.</source>
        <translation>
            <numerusform>%n वटा भुक्तानी पर्खाइमा छन्।</numerusform>
            <numerusform>%n वटा भुक्तानी पर्खाइमा छन्।</numerusform>
        </translation>
    </message>
    <message>
        <source>They can be checked only with the token they were sent with.</source>
        <translation>तिनलाई पठाउँदाकै टोकनले मात्र जाँच्न सकिन्छ।</translation>
    </message>
    <message>
        <source>Until another one is entered, nothing can be paid in {environment}.</source>
        <translation>अर्को टोकन नराखेसम्म {environment}मा केही तिर्न सकिँदैन।</translation>
    </message>
    <message>
        <source>Remove the token for {environment}?</source>
        <translation>{environment}को टोकन हटाउने हो?</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>नहटाउनुहोस्</translation>
    </message>
</context>
<context>
    <name>TokenPrompt</name>
    <message>
        <source>Practice instead</source>
        <translation>बरु अभ्यास गर्नुहोस्</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>अगाडि</translation>
    </message>
    <message>
        <source>Enter the token for {environment}</source>
        <translation>{environment}को टोकन राख्नुहोस्</translation>
    </message>
    <message>
        <source>There is none on this computer. Without it nothing can be looked up or paid.</source>
        <translation>यस कम्प्युटरमा टोकन छैन। टोकनबिना केही खोज्न वा तिर्न सकिँदैन।</translation>
    </message>
    <message>
        <source>Go on without a test</source>
        <translation>नजाँची अगाडि बढ्नुहोस्</translation>
    </message>
    <message>
        <source>Wait for the answer.</source>
        <translation>जवाफ पर्खनुहोस्।</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>फेरि जाँच्नुहोस्</translation>
    </message>
</context>
<context>
    <name>TokenStep</name>
    <message>
        <source>Paste the token</source>
        <translation>टोकन टाँस्नुहोस्</translation>
    </message>
    <message>
        <source>It is in your account’s web portal, on the page for the service API.</source>
        <translation>यो तपाईँको खाताको वेब पोर्टलमा, सेवा API को पानामा हुन्छ।</translation>
    </message>
    <message>
        <source>LIVE, real bills</source>
        <translation>लाइभ, साँच्चैको बिल</translation>
    </message>
    <message>
        <source>TEST, the test computer</source>
        <translation>टेस्ट कम्प्युटर</translation>
    </message>
    <message>
        <source>This token is for</source>
        <translation>यो टोकन केको हो</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>जाँच्नुहोस्</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>फेरि जाँच्नुहोस्</translation>
    </message>
    <message>
        <source>Go on without a test</source>
        <translation>नजाँची अगाडि बढ्नुहोस्</translation>
    </message>
    <message>
        <source>Wait for the answer.</source>
        <translation>जवाफ पर्खनुहोस्।</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>अगाडि</translation>
    </message>
</context>
<context>
    <name>TrialBanner</name>
    <message>
        <source>Asking the service…</source>
        <translation>सेवालाई सोध्दै छ…</translation>
    </message>
    <message>
        <source>Nothing is paid by this.</source>
        <translation>यसबाट केही तिरिँदैन।</translation>
    </message>
    <message>
        <source>Balance {amount}, answered in {seconds} seconds, {time}.</source>
        <translation>ब्यालेन्स {amount}, {seconds} सेकेन्डमा जवाफ आयो, {time}।</translation>
    </message>
    <message>
        <source>The connection works.</source>
        <translation>जडान ठिक छ।</translation>
    </message>
    <message>
        <source>Real bills will be paid with this balance.</source>
        <translation>यही ब्यालेन्सबाट साँच्चैको बिल तिरिन्छ।</translation>
    </message>
    <message>
        <source>It is the test computer: do not take cash.</source>
        <translation>यो टेस्ट कम्प्युटर हो: नगद नलिनुहोस्।</translation>
    </message>
    <message>
        <source>Balance {amount}.</source>
        <translation>ब्यालेन्स {amount}।</translation>
    </message>
    <message>
        <source>The token works.</source>
        <translation>टोकन ठिक छ।</translation>
    </message>
    <message>
        <source>Check that all of it was pasted, and for which service it is.</source>
        <translation>टोकन पूरै टाँसियो कि र कुन सेवाको हो, हेर्नुहोस्।</translation>
    </message>
</context>
<context>
    <name>Unrecorded</name>
    <message>
        <source>It is not certain that this is recorded: {what}.</source>
        <translation>रेकर्ड भयो कि भएन, पक्का छैन: {what}।</translation>
    </message>
    <message>
        <source>Check whether it is recorded before you record it again.</source>
        <translation>फेरि रेकर्ड गर्नुअघि, रेकर्ड भइसकेको छ कि छैन हेर्नुहोस्।</translation>
    </message>
    <message>
        <source>Not recorded: {what}.</source>
        <translation>रेकर्ड हुन सकेन: {what}।</translation>
    </message>
    <message>
        <source>Something has changed meanwhile: look again.</source>
        <translation>यसबीच केही बदलियो: फेरि हेर्नुहोस्।</translation>
    </message>
    <message>
        <source>Note it on paper, and record it again later.</source>
        <translation>कागजमा टिप्नुहोस्, अनि पछि फेरि रेकर्ड गर्नुहोस्।</translation>
    </message>
</context>
<context>
    <name>ViewBar</name>
    <message>
        <source>All</source>
        <translation>सबै</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>मनपर्ने</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>सकिन लागेका</translation>
    </message>
    <message>
        <source>Which customers</source>
        <translation>कुन ग्राहक</translation>
    </message>
    <message>
        <source>When it runs out</source>
        <translation>कहिले सकिन्छ</translation>
    </message>
    <message>
        <source>today</source>
        <translation>आज</translation>
    </message>
    <message>
        <source>within 3 days</source>
        <translation>3 दिनभित्र</translation>
    </message>
    <message>
        <source>within 7 days</source>
        <translation>7 दिनभित्र</translation>
    </message>
    <message>
        <source>within 30 days</source>
        <translation>30 दिनभित्र</translation>
    </message>
    <message>
        <source>ran out already</source>
        <translation>सकिइसकेका</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>नयाँ…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>सूची लिने…</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>एक्सेल</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>“The bill was not paid. Here is your money back.”</source>
        <translation>“बिलको भुक्तानी भएन। तपाईँको पैसा फिर्ता लिनुहोस्।”</translation>
    </message>
    <message>
        <source>“Your bill is paid. Here is your receipt.”</source>
        <translation>“तपाईँको बिलको भुक्तानी भयो। रसिद लिनुहोस्।”</translation>
    </message>
    <message>
        <source>“We asked the service. Please wait for our call.” Call support with the reference.</source>
        <translation>“हामीले सेवालाई सोधेका छौँ। हाम्रो फोन पर्खनुहोस्।” रिफरेन्स भनेर सपोर्टलाई फोन गर्नुहोस्।</translation>
    </message>
    <message>
        <source>“It is being processed. It can take some time. We keep your money safe.”</source>
        <translation>“यो प्रक्रियामा छ। केही समय लाग्न सक्छ। तपाईँको पैसा हामीसँग सुरक्षित छ।”</translation>
    </message>
    <message>
        <source>“The money is with us, the answer has not come. Please do not pay elsewhere. We will call.”</source>
        <translation>“पैसा हामीसँग छ, जवाफ आएको छैन। यो बिल अन्त नतिर्नुहोला। हामी फोन गर्छौँ।”</translation>
    </message>
    <message>
        <source>The cash stays in the drawer. Receipt {number}.</source>
        <translation>नगद गल्लामै राख्नुहोस्। रसिद {number}।</translation>
    </message>
    <message>
        <source>The service knows it, but with another amount.</source>
        <translation>सेवाले यो चिन्छ, तर रकम फरक छ।</translation>
    </message>
    <message>
        <source>The service knows it, but its answer speaks of a refund.</source>
        <translation>सेवाले यो चिन्छ, तर जवाफमा रिफन्डको कुरा छ।</translation>
    </message>
    <message>
        <source>The service took it on first and does not know it now.</source>
        <translation>सेवाले पहिले लियो, अहिले चिन्दैन।</translation>
    </message>
    <message>
        <source>A newer version of the program has written why.</source>
        <translation>कारण प्रोग्रामको नयाँ संस्करणले लेखेको छ।</translation>
    </message>
    <message>
        <source>The answers of the service contradict each other.</source>
        <translation>सेवाका जवाफ एक-अर्कासँग मिल्दैनन्।</translation>
    </message>
    <message>
        <source>{amount} was given back to {customer}.</source>
        <translation>{amount} फिर्ता दिइयो: {customer}</translation>
    </message>
    <message>
        <source>Call the customer and give the cash back.</source>
        <translation>ग्राहकलाई फोन गरेर नगद फिर्ता दिनुहोस्।</translation>
    </message>
    <message>
        <source>The receipt can be printed now, or later in Payments.</source>
        <translation>रसिद अहिले वा पछि भुक्तानी सूचीबाट प्रिन्ट गर्न सकिन्छ।</translation>
    </message>
    <message>
        <source>sent {time}</source>
        <translation>{time} मा पठाएको</translation>
    </message>
    <message>
        <source>The service is at work on it.</source>
        <translation>सेवाले काम गर्दै छ।</translation>
    </message>
    <message>
        <source>It was cut off before the answer came.</source>
        <translation>जवाफ आउनुअघि बीचमै रोकियो।</translation>
    </message>
    <message>
        <source>No answer yet.</source>
        <translation>अहिलेसम्म जवाफ आएको छैन।</translation>
    </message>
    <message>
        <source>The first check is due.</source>
        <translation>पहिलो जाँच अब हुन्छ।</translation>
    </message>
    <message>
        <source>The service knows it, but its amount cannot be read.</source>
        <translation>सेवाले यो चिन्छ, तर रकम पढ्न सकिँदैन।</translation>
    </message>
    <message>
        <source>begun {time}, never sent</source>
        <translation>{time} मा सुरु गरियो, पठाइएको छैन</translation>
    </message>
    <message>
        <source>It cannot be checked. Record what support answers.</source>
        <translation>जाँच गर्न सकिँदैन। सपोर्टले दिएको जवाफ लेख्नुहोस्।</translation>
    </message>
    <message>
        <source>It waits for more than a day. Record what support answers.</source>
        <translation>एक दिनभन्दा बढी भयो। सपोर्टले दिएको जवाफ लेख्नुहोस्।</translation>
    </message>
    <message>
        <source>There is no token on this computer, so it is not checked. It stays waiting. Enter the token in Settings, Connection, or record what support answers.</source>
        <translation>यस कम्प्युटरमा टोकन छैन, त्यसैले जाँच हुँदैन। पर्खाइमै रहन्छ। सेटिङ, जडानमा टोकन राख्नुहोस्, वा सपोर्टले दिएको जवाफ लेख्नुहोस्।</translation>
    </message>
    <message>
        <source>The token it was sent with is not on this computer, so it is not checked. It stays waiting. Enter that token in Settings, Connection, or record what support answers.</source>
        <translation>पठाउँदाको टोकन यस कम्प्युटरमा छैन, त्यसैले जाँच हुँदैन। पर्खाइमै रहन्छ। सेटिङ, जडानमा त्यही टोकन राख्नुहोस्, वा सपोर्टले दिएको जवाफ लेख्नुहोस्।</translation>
    </message>
    <message>
        <source>The computer’s store for secrets is locked, so it is not checked. It stays waiting. Unlock the store, or record what support answers.</source>
        <translation>कम्प्युटरले टोकन राख्ने ठाउँ लक छ, त्यसैले जाँच हुँदैन। पर्खाइमै रहन्छ। लक खोल्नुहोस्, वा सपोर्टले दिएको जवाफ लेख्नुहोस्।</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s). Last: {time}</source>
        <translation>
            <numerusform>%n पटक जाँच। पछिल्लो {time}</numerusform>
            <numerusform>%n पटक जाँच। पछिल्लो {time}</numerusform>
        </translation>
    </message>
    <message>
        <source>“{provider} confirms the payment later. We keep your money safe and call you.”</source>
        <translation>“{provider} ले भुक्तानी पछि पक्का गर्छ। तपाईंको पैसा हामी सुरक्षित राख्छौँ र फोन गर्छौँ।”</translation>
    </message>
    <message>
        <source>Taken on. {provider} confirms later, as usual.</source>
        <translation>लिइयो। {provider} ले सधैँजस्तै पछि पक्का गर्छ।</translation>
    </message>
    <message>
        <source>Complain if it is not known by tonight.</source>
        <translation>आज रातिसम्म थाहा नभए गुनासो गर्नुहोस्।</translation>
    </message>
    <message>
        <source>Complain if it is not known by tomorrow.</source>
        <translation>भोलिसम्म थाहा नभए गुनासो गर्नुहोस्।</translation>
    </message>
    <message>
        <source>Complain if it is not known by {day}.</source>
        <translation>{day} सम्म थाहा नभए गुनासो गर्नुहोस्।</translation>
    </message>
    <message>
        <source>Due since yesterday:</source>
        <translation>हिजैदेखि म्याद नाघेको:</translation>
    </message>
    <message>
        <source>Due since {day}:</source>
        <translation>{day} देखि म्याद नाघेको:</translation>
    </message>
    <message>
        <source>{since} support has it as {ticket}.</source>
        <translation>{since} सपोर्टमा टिकट {ticket} छ।</translation>
    </message>
    <message>
        <source>{since} complain (F8).</source>
        <translation>{since} गुनासो गर्नुहोस् (F8)।</translation>
    </message>
    <message>
        <source>It was PAID, receipt {number}.</source>
        <translation>यो तिरिसकेको थियो, रसिद {number}।</translation>
    </message>
    <message>
        <source>Pay it again, or give the cash back.</source>
        <translation>फेरि तिर्नुहोस्, वा नगद फिर्ता दिनुहोस्।</translation>
    </message>
    <message>
        <source>Nothing is left to do for it.</source>
        <translation>यसका लागि गर्न बाँकी केही छैन।</translation>
    </message>
    <message>
        <source>“The company sent your payment back. We pay it again, or you get your money.”</source>
        <translation>“कम्पनीले तपाईँको भुक्तानी रद्द गर्‍यो। हामी फेरि तिर्छौँ, वा तपाईँ आफ्नो पैसा लिनुहोस्।”</translation>
    </message>
    <message>
        <source>Money came back from the company: {time}. Its receipt is {number}.</source>
        <translation>कम्पनीले भुक्तानी रद्द गर्‍यो: {time}। यसको रसिद {number}।</translation>
    </message>
    <message>
        <source>First check after {count} minutes.</source>
        <translation>{count} मिनेटपछि पहिलो जाँच।</translation>
    </message>
</context>
<context>
    <name>WaitingPage</name>
    <message>
        <source>Waiting</source>
        <translation>पर्खाइमा</translation>
    </message>
    <message>
        <source>Keep the cash of these payments. Checks run by themselves.</source>
        <translation>यी भुक्तानीको नगद राख्नुहोस्। जाँच आफैँ हुन्छ।</translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s) checked.</source>
        <translation>
            <numerusform>%n वटा भुक्तानी जाँचियो।</numerusform>
            <numerusform>%n वटा भुक्तानी जाँचियो।</numerusform>
        </translation>
    </message>
    <message>
        <source>No check is due now.</source>
        <translation>अहिले जाँच्नुपर्ने केही छैन।</translation>
    </message>
</context>
<context>
    <name>WarningPanel</name>
    <message>
        <source>Stop, do not pay</source>
        <translation>रोक्नुहोस्, भुक्तानी नगर्नुहोस्</translation>
    </message>
    <message>
        <source>Open Waiting</source>
        <translation>“पर्खाइमा” पाना खोल्नुहोस्</translation>
    </message>
    <message>
        <source>The customer wants to pay again</source>
        <translation>ग्राहक फेरि तिर्न चाहनुहुन्छ</translation>
    </message>
    <message>
        <source>This is another bill</source>
        <translation>यो अर्कै बिल हो</translation>
    </message>
    <message>
        <source>Nothing was sent, so nothing was paid. The cash belongs to the customer.</source>
        <translation>केही पठाइएन, त्यसैले केही तिरिएन। नगद ग्राहककै हो।</translation>
    </message>
    <message>
        <source>Open receipt {receipt}</source>
        <translation>रसिद {receipt} खोल्ने</translation>
    </message>
    <message>
        <source>Open receipt</source>
        <translation>रसिद खोल्ने</translation>
    </message>
    <message>
        <source>The balance is too low for this payment.</source>
        <translation>यो भुक्तानीलाई ब्यालेन्स पुग्दैन।</translation>
    </message>
    <message>
        <source>This customer’s payment, {what}, must be settled by the owner first.</source>
        <translation>यो ग्राहकको भुक्तानी, {what}, पहिले मालिकले टुङ्ग्याउनुपर्छ।</translation>
    </message>
    <message>
        <source>This customer’s payment, {what}, has been WAITING since {time}.</source>
        <translation>यो ग्राहकको भुक्तानी, {what}, {time} देखि पर्खाइमा छ।</translation>
    </message>
    <message>
        <source>{what} was already paid for this customer today at {time} — receipt {receipt}</source>
        <translation>यो ग्राहकको {what} आज {time} मा तिरिसकिएको छ — रसिद {receipt}</translation>
    </message>
    <message>
        <source>{what} was already paid for this customer yesterday at {time} — receipt {receipt}</source>
        <translation>यो ग्राहकको {what} हिजो {time} मा तिरिसकिएको छ — रसिद {receipt}</translation>
    </message>
    <message>
        <source>{what} was already paid for this customer on {day} at {time} — receipt {receipt}</source>
        <translation>यो ग्राहकको {what} {day}, {time} मा तिरिसकिएको छ — रसिद {receipt}</translation>
    </message>
    <message>
        <source>It may or may not be paid. Do not take cash for it again.</source>
        <translation>बिल तिरियो कि तिरिएन, अझै थाहा छैन। यसको नगद फेरि नलिनुहोस्।</translation>
    </message>
    <message>
        <source>Make sure that this is a different bill before you take cash.</source>
        <translation>नगद लिनुअघि यो फरक बिल हो भनी पक्का गर्नुहोस्।</translation>
    </message>
    <message>
        <source>Another payment of this customer, {what}, must be settled by the owner.</source>
        <translation>यो ग्राहकको अर्को भुक्तानी, {what}, मालिकले टुङ्ग्याउनुपर्छ।</translation>
    </message>
    <message>
        <source>Another payment of this customer, {what}, has been WAITING since {time}.</source>
        <translation>यो ग्राहकको अर्को भुक्तानी, {what}, {time} देखि पर्खाइमा छ।</translation>
    </message>
    <message>
        <source>Ask the customer before you take cash.</source>
        <translation>नगद लिनुअघि ग्राहकलाई सोध्नुहोस्।</translation>
    </message>
    <message>
        <source>Taken by {operator}.</source>
        <translation>नगद लिने: {operator}।</translation>
    </message>
    <message>
        <source>The service will probably refuse it. Do not take cash: add balance at the service first, then press F5.</source>
        <translation>सेवाले सायद नकार्नेछ। नगद नलिनुहोस्: पहिले सेवामा ब्यालेन्स थप्नुहोस्, अनि F5 थिच्नुहोस्।</translation>
    </message>
    <message>
        <source>Try all the same</source>
        <translation>तैपनि प्रयास गर्ने</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Language</source>
        <translation>भाषा</translation>
    </message>
    <message>
        <source>Start practice</source>
        <translation>अभ्यास सुरु गर्नुहोस्</translation>
    </message>
    <message>
        <source>Practice first</source>
        <translation>पहिले अभ्यास</translation>
    </message>
    <message>
        <source>Try every step with made-up customers. You can connect later.</source>
        <translation>नमुना ग्राहकसँग हरेक चरण गरेर हेर्नुहोस्। पछि जोड्न सकिन्छ।</translation>
    </message>
    <message>
        <source>No account needed</source>
        <translation>खाता चाहिँदैन</translation>
    </message>
    <message>
        <source>No money moves, no internet needed</source>
        <translation>पैसा काटिँदैन, इन्टरनेट चाहिँदैन</translation>
    </message>
    <message>
        <source>Receipts say PRACTICE</source>
        <translation>रसिदमा अभ्यास लेखिन्छ</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>जोड्नुहोस्</translation>
    </message>
    <message>
        <source>Connect the shop</source>
        <translation>पसल जोड्नुहोस्</translation>
    </message>
    <message>
        <source>You have a token from your service account, with balance on it.</source>
        <translation>तपाईँसँग सेवा खाताको टोकन र त्यसमा ब्यालेन्स छ।</translation>
    </message>
    <message>
        <source>Enter the shop’s name for receipts</source>
        <translation>रसिदका लागि पसलको नाम लेख्ने</translation>
    </message>
    <message>
        <source>Paste the token, test it</source>
        <translation>टोकन टाँसेर जाँच्ने</translation>
    </message>
    <message>
        <source>Choose the printer</source>
        <translation>प्रिन्टर छान्ने</translation>
    </message>
    <message>
        <source>Welcome to Bhuktani</source>
        <translation>Bhuktani मा स्वागत छ</translation>
    </message>
    <message>
        <source>Pay your customers’ internet bills at the counter. How do you want to start?</source>
        <translation>काउन्टरमै ग्राहकको इन्टरनेट बिल तिर्नुहोस्। कसरी सुरु गर्ने?</translation>
    </message>
    <message>
        <source>You can change this at any time in Settings, Connection.</source>
        <translation>यो जहिले पनि सेटिङ, जडानमा बदल्न सकिन्छ।</translation>
    </message>
</context>
<context>
    <name>WhatsAppDialog</name>
    <message>
        <source>Customer’s phone</source>
        <translation>ग्राहकको फोन</translation>
    </message>
    <message>
        <source>Open WhatsApp</source>
        <translation>ह्वाट्सएप खोल्नुहोस्</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>पाठ कपी गर्नुहोस्</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बन्द गर्नुहोस्</translation>
    </message>
    <message>
        <source>WhatsApp opens for +{number}.</source>
        <translation>ह्वाट्सएप +{number} का लागि खुल्छ।</translation>
    </message>
    <message>
        <source>This is no mobile number. Choose the customer in WhatsApp.</source>
        <translation>यो मोबाइल नम्बर होइन। ग्राहक ह्वाट्सएपमै छान्नुहोस्।</translation>
    </message>
    <message>
        <source>Without a number, choose the customer in WhatsApp.</source>
        <translation>नम्बर नभए ग्राहक ह्वाट्सएपमै छान्नुहोस्।</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>कपी भयो।</translation>
    </message>
    <message>
        <source>Paste it into the message.</source>
        <translation>सन्देशमा पेस्ट गर्नुहोस्।</translation>
    </message>
    <message>
        <source>WhatsApp is opening.</source>
        <translation>ह्वाट्सएप खुल्दै छ।</translation>
    </message>
    <message>
        <source>Look at it and send it there.</source>
        <translation>त्यहाँ हेरेर पठाउनुहोस्।</translation>
    </message>
    <message>
        <source>WhatsApp could not be opened.</source>
        <translation>ह्वाट्सएप खोल्न सकिएन।</translation>
    </message>
    <message>
        <source>The text is copied: paste it into a message.</source>
        <translation>पाठ कपी भयो: सन्देशमा पेस्ट गर्नुहोस्।</translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>Provider</source>
        <translation>कम्पनी</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>ग्राहक</translation>
    </message>
    <message>
        <source>Package or bill</source>
        <translation>प्याकेज वा बिल</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>पक्का गर्ने</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>रसिद</translation>
    </message>
</context>
</TS>
