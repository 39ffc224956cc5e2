<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>BackupPage</name>
    <message numerus="yes">
        <source>%n payment(s). Checked and readable.</source>
        <translation>
            <numerusform>%n payment. Checked and readable.</numerusform>
            <numerusform>%n payments. Checked and readable.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest good backup is of {when}, with %n payment(s).</source>
        <translation>
            <numerusform>The newest good backup is of {when}, with %n payment.</numerusform>
            <numerusform>The newest good backup is of {when}, with %n payments.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BillPanel</name>
    <message numerus="yes">
        <source>used %n day(s) of the old package</source>
        <translation>
            <numerusform>used %n day of the old package</numerusform>
            <numerusform>used %n days of the old package</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardColumn</name>
    <message numerus="yes">
        <source>%n earlier payment(s)</source>
        <translation>
            <numerusform>%n earlier payment</numerusform>
            <numerusform>%n earlier payments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more payment(s)</source>
        <translation>
            <numerusform>%n more payment</numerusform>
            <numerusform>%n more payments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardDetails</name>
    <message numerus="yes">
        <source>%n more, see Payments</source>
        <translation>
            <numerusform>%n more, see Payments</numerusform>
            <numerusform>%n more, see Payments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerExport</name>
    <message numerus="yes">
        <source>%n customer(s) so far.</source>
        <translation>
            <numerusform>%n customer so far.</numerusform>
            <numerusform>%n customers so far.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerHeader</name>
    <message numerus="yes">
        <source>used %n day(s)</source>
        <translation>
            <numerusform>used %n day</numerusform>
            <numerusform>used %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerList</name>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n customer</numerusform>
            <numerusform>%n customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerPanel</name>
    <message numerus="yes">
        <source>%n payment(s)</source>
        <translation>
            <numerusform>%n payment</numerusform>
            <numerusform>%n payments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Customers</name>
    <message numerus="yes">
        <source>%n payment(s) waiting</source>
        <translation>
            <numerusform>%n payment waiting</numerusform>
            <numerusform>%n payments waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayList</name>
    <message numerus="yes">
        <source>%n payment(s)</source>
        <translation>
            <numerusform>%n payment</numerusform>
            <numerusform>%n payments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message numerus="yes">
        <source>Issued %n time(s)</source>
        <translation>
            <numerusform>Issued %n time</numerusform>
            <numerusform>Issued %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportJob</name>
    <message numerus="yes">
        <source>%n payment(s) so far.</source>
        <translation>
            <numerusform>%n payment so far.</numerusform>
            <numerusform>%n payments so far.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>Take over %n customer(s)</source>
        <translation>
            <numerusform>Take over %n customer</numerusform>
            <numerusform>Take over %n customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportJob</name>
    <message numerus="yes">
        <source>%n customer(s) taken over.</source>
        <translation>
            <numerusform>%n customer taken over.</numerusform>
            <numerusform>%n customers taken over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) changed.</source>
        <translation>
            <numerusform>%n name changed.</numerusform>
            <numerusform>%n names changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LimitsPage</name>
    <message numerus="yes">
        <source>after %n working day(s)</source>
        <translation>
            <numerusform>after %n working day</numerusform>
            <numerusform>after %n working days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LookupProgress</name>
    <message numerus="yes">
        <source>%n second(s).</source>
        <translation>
            <numerusform>%n second.</numerusform>
            <numerusform>%n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message numerus="yes">
        <source>%n more before it.</source>
        <translation>
            <numerusform>%n more before it.</numerusform>
            <numerusform>%n more before it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OldList</name>
    <message numerus="yes">
        <source>%n row(s): {reason}</source>
        <translation>
            <numerusform>%n row: {reason}</numerusform>
            <numerusform>%n rows: {reason}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known account(s) get the name of the list:</source>
        <translation>
            <numerusform>%n known account gets the name of the list:</numerusform>
            <numerusform>%n known accounts get the name of the list:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OnAccount</name>
    <message numerus="yes">
        <source>And %n other(s): type more of the name</source>
        <translation>
            <numerusform>And %n other: type more of the name</numerusform>
            <numerusform>And %n others: type more of the name</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message numerus="yes">
        <source>After %n minute(s)</source>
        <translation>
            <numerusform>After %n minute</numerusform>
            <numerusform>After %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PinField</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProviderTiles</name>
    <message numerus="yes">
        <source>%n this month</source>
        <translation>
            <numerusform>%n this month</numerusform>
            <numerusform>%n this month</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProvidersPage</name>
    <message numerus="yes">
        <source>%n company(ies) will be switched on.</source>
        <translation>
            <numerusform>%n company will be switched on.</numerusform>
            <numerusform>%n companies will be switched on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) will be switched off.</source>
        <translation>
            <numerusform>%n company will be switched off.</numerusform>
            <numerusform>%n companies will be switched off.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadyStep</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Recent</name>
    <message numerus="yes">
        <source>%n payment(s) waiting</source>
        <translation>
            <numerusform>%n payment waiting</numerusform>
            <numerusform>%n payments waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bill(s) last time</source>
        <translation>
            <numerusform>%n bill last time</numerusform>
            <numerusform>%n bills last time</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendingPanel</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message numerus="yes">
        <source>Paid %n day(s) ago</source>
        <translation>
            <numerusform>Paid %n day ago</numerusform>
            <numerusform>Paid %n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SweepButton</name>
    <message numerus="yes">
        <source>%n paid bill(s) checked.</source>
        <translation>
            <numerusform>%n paid bill checked.</numerusform>
            <numerusform>%n paid bills checked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bill(s) came back: see Waiting.</source>
        <translation>
            <numerusform>%n bill came back: see Waiting.</numerusform>
            <numerusform>%n bills came back: see Waiting.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bill(s) for the owner: see Waiting.</source>
        <translation>
            <numerusform>%n bill for the owner: see Waiting.</numerusform>
            <numerusform>%n bills for the owner: see Waiting.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bill(s) got no clear answer: nothing was changed.</source>
        <translation>
            <numerusform>%n bill got no clear answer: nothing was changed.</numerusform>
            <numerusform>%n bills got no clear answer: nothing was changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TokenField</name>
    <message numerus="yes">
        <source>%n characters</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TokenPanel</name>
    <message numerus="yes">
        <source>%n payment(s) are WAITING.</source>
        <translation>
            <numerusform>%n payment is WAITING.</numerusform>
            <numerusform>%n payments are WAITING.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message numerus="yes">
        <source>%n check(s). Last: {time}</source>
        <translation>
            <numerusform>%n check. Last: {time}</numerusform>
            <numerusform>%n checks. Last: {time}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitingPage</name>
    <message numerus="yes">
        <source>%n payment(s) checked.</source>
        <translation>
            <numerusform>%n payment checked.</numerusform>
            <numerusform>%n payments checked.</numerusform>
        </translation>
    </message>
</context>
</TS>
