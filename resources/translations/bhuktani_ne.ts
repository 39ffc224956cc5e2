<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ne_NP">
<context>
    <name>BillPanel</name>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash to take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paying now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total to pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Package price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VAT</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>used %n day(s) of the old package</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardList</name>
    <message>
        <source>Waiting payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash to give back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not paid, the customer has not been given the money yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CashPanel</name>
    <message>
        <source>Cash taken for bills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounding of paisa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting, cash held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not paid, to give back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change to give</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balance now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balance after this payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash received (only pretend)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact · F8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer the question above first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the cash first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enough cash. Press Enter once more to pay.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoicePage</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One bill for each payment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After this one, Ctrl N on the receipt page opens the customer’s other bills.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount is the figure {provider} asks for. It can differ from rate + VAT because of other charges.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one bill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The due is added only when the package changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can be paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bill {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due so far</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfirmPage</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash received {cash} · change {change}. Give the change when the result is shown.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectionPage</name>
    <message>
        <source>Real bills are paid with the shop’s balance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service’s test computer. Not for customers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside this computer only. For learning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice needs no token and no internet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are checked by themselves, also after a restart, always with the token they were paid with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments that wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From then on real bills are paid with the shop’s balance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not for customers: do not take cash there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is paid there: do not take cash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A payment that was begun but not sent is dropped. Nothing else is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change to {environment}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change to {environment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CustomerPage</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the look-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{provider} customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look up again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Customers</name>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Package or bill last time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>asked {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomersPage</name>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look up and pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the newest {shown} of {count} are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc clears the search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No customers yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers that you look up appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay for {customer}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DayBar</name>
    <message>
        <source>The day before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DayList</name>
    <message>
        <source>Payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount (Rs.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Paid {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DayPage</name>
    <message>
        <source>Day close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>so far today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All operators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not paid, cash returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting from earlier days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To give back from earlier days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balance at the service</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transaction id {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cash {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give back {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the cash. Do not pay again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed once</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Printed %n time(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Print slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print “Copy {number}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy reference</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>CASH RETURNED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The payment did not reach the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided by the owner:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone noted:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked up:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started again:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before sending, operator {operator}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no clear answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was never sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the program ended before the answer came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answers of the service contradict each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is still being processed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No clear answer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result and lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh balance or list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next, look up, pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back, or cancel a look-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose tile, package or bill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent customer, or amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print, or reprint as Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save PDF, or the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same customer again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English / नेपाली</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KnownPanel</name>
    <message>
        <source>Paid last time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{branch} branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid here</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Last payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Label</name>
    <message>
        <source>LIVE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TEST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PRACTICE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Username</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{provider} username</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{provider} customer ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{provider} phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As printed on the customer’s bill, e.g. {example}. At most {most} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number on the {provider} bill, e.g. {example}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer’s phone, e.g. {example}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packages and dues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bills, one by one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No customer with this username</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No customer with this customer ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No customer with this phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PAID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOT PAID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ASK SUPPORT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WAITING</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>58 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>80 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {most} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{character}” cannot be part of a {field}. Use digits, letters and _ only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a {field}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits in Nepali</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>switches at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screen texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On Nepali receipts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As Windows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LookingPanel</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking up the customer at {provider}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n second(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Most answers come within {most} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is paid in this step.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Bhuktani</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is paid and no money moves. Do not take cash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected to the service’s test computer. Do not take cash.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message>
        <source>Rs. {amount}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoAnswerPanel</name>
    <message>
        <source>then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{provider} answered: “{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling on the bill, or choose one that was paid here before:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Total (Rs.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bill date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VAT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount (Rs.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due so far</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Paperwork</name>
    <message>
        <source>This did not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaymentCard</name>
    <message>
        <source>Copy reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash to give back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaymentsPage</name>
    <message>
        <source>Payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the payments of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, ID, receipt no. or reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No payment of this day holds “{words}”. Esc clears the search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No payments on this day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhoneField</name>
    <message>
        <source>Customer’s phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too short</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Ask for the balance again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bhuktani</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys and help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked at {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Print</name>
    <message>
        <source>This computer has no printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the PDF, or set up a printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer “{printer}” is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another one in Settings, Shop and receipt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer “{printer}” does not take the paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it is on and has paper, then print again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer “{printer}” stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be written: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print it, or ask who looks after this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer’s disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print it, or free some room on the disk.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrinterSelect</name>
    <message>
        <source>Printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer’s default</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrinterStep</name>
    <message>
        <source>Choose the printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipts can also be saved as PDF, without a printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print without asking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as soon as it is PAID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>Look up again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the internet line, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not take cash. If it comes again, call support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the program and start it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line to the service is not safe, so it was not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check date and time of this computer, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of the service could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of the service was far too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service gave an answer that is not expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in some minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service did not accept this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no token for this environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the token in Settings, Connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This answer is not understood, do not take cash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look up again. If it comes again, call support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to pay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This customer has no unpaid bill. Do not take cash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The look-up was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer’s disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some room on the disk, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is using the record of payments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a moment, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of payments may not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask who looks after this computer to allow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of payments is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not take payments. Call support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of payments is from a newer Bhuktani.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the newest Bhuktani on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of payments could not be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A payment for this bill is still open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Waiting. Do not take cash again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This bill was already paid today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the customer before you take cash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The look-up is too old to pay from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was done already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the payment in Waiting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer’s store for secrets is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer’s store for secrets does not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something happened that the program does not know.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProviderPage</name>
    <message>
        <source>Filter the providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type to filter, e.g. “vi”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n this month</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>retired by the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No provider called “{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} most used of {total} providers are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type to find the others, * shows all.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProvidersPage</name>
    <message>
        <source>Only these stand on the first page of a new payment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retired by the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least one company stays on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Stop, do not pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer wants to pay again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent, so nothing was paid. The cash belongs to the customer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The balance is too low for this payment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not take cash. Add balance at the service first, then press F5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A payment for this bill must be settled by the owner first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A payment for this bill is WAITING since {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may or may not be paid. Do not take cash for it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} was already paid for this customer today at {time} — receipt {receipt}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the customer before you take cash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken by {operator}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadyStep</name>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop is connected when you press Start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer’s default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>PAYMENT RECEIPT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CASH HELD SLIP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CASH RETURN SLIP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PRACTICE SLIP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TEST SLIP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOT A RECEIPT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PAID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WAITING</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOT PAID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PRACTICE — NOT A PAYMENT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TEST — NOT A PAYMENT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>COPY {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>printed again {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>printed again {moment} by {operator}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash held slip {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash return slip {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone {phone}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PAN {pan}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date (BS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date (AD)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash taken on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Username</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer’s phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Particulars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount (Rs.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Package price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used 1 day of the old package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used {days} days of the old package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VAT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TOTAL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rs. {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In words: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash to take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash to give back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer from the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transaction id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer’s signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For {shop}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount is the figure {provider} asks for. It can differ from rate + VAT because of other charges.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The total is the figure {provider} asks for. It can differ from the sum of the lines above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The money is with us and the answer has not come yet. Please do not pay this bill anywhere else. We will call you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This bill was not paid. The customer gets the cash back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This bill was not paid. The customer has the cash back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a payment receipt, not a tax invoice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This slip does not prove a payment. Bring it when you ask about this bill.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This slip does not prove a payment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made for learning. It proves no payment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made on the test system. It proves no payment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReceiptPreview</name>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Recent</name>
    <message>
        <source>paid today</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bill(s) last time</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecentPanel</name>
    <message>
        <source>Recent customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look up directly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers that you look up appear here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultBody</name>
    <message>
        <source>Cash returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press it when the customer has the cash. Until then it stays in Waiting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer’s phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept with this payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept with this payment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give change {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No change to give</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cash was given back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give back {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the cash. Do not pay again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You received {amount}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is left to do for this payment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you have not given the change yet, give back the full {amount}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bill was not paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answers of the service contradict each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No clear answer came, so the bill may or may not be paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the change of {change} and hold {amount}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold {amount}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer could not be written on this computer:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transaction id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balance now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“The money is with us, the answer has not come. Please do not pay elsewhere. We will call.”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The payment did not reach the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer from the service: “{words}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Save PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same customer again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CASH RETURNED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First give the cash back, then press Ctrl R.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash return slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash held slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This did not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This could not be recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note it on paper and press Ctrl R again later, in Waiting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The phone number could not be kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SendingPanel</name>
    <message>
        <source>Sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not close. Do not take another payment for this bill.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Recorded on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to 60 seconds. If none comes, the payment goes to Waiting and stays recorded.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServiceCode</name>
    <message>
        <source>The service got no token from this shop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service does not know the shop’s token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop’s token was deleted at the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop’s token is switched off at the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop’s account at the service was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop’s account at the service is switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop’s account at the service has expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{provider} is not switched on for the shop’s account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop’s account is not allowed to do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service did not accept what was entered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service did not accept one of the entries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service found no reference in the call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service has seen this reference before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service could not read the call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service could not read a part of the call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop’s balance at the service is too low.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service has a fault of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service could not reach {provider}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{provider} is under maintenance at the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service has no recharge card for this amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{provider} has a fault of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{provider} did not accept this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service says that the details are not right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service does not know this reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{provider} does not know this customer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{provider} does not take this amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{provider} gave no reason that the service knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the token in Settings, Connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call the service’s support about the shop’s account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it comes again, call support with the code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in some minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling on the customer’s bill.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add balance at the service first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{provider} did not find this customer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service did not accept this.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shop and receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved on this computer only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next receipt uses these details. Old receipts keep theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShareTable</name>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount (Rs.)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shop</name>
    <message>
        <source>A PAN has 9 digits.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShopPage</name>
    <message>
        <source>Shop name (English)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shop name (Nepali)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address (Nepali)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PAN (9 digits)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator’s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounding of the cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest rupee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to a rupee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact, with paisa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print without asking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as soon as it is PAID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test page did not come out. Try it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test page was sent to the printer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShopStep</name>
    <message>
        <source>Your shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This stands on the receipts. Only the name is needed now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shop name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator’s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PAN (9 digits)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the shop’s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of it can be changed later in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepPanel</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Unpaid bills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All bills together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>used %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <source>Paid today</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Paid %n day(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayPanel</name>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash to give back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash taken today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for bills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Token</name>
    <message>
        <source>Kept in memory only: it is asked for at each start. Never written down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in Windows Credential Manager, not in the program’s files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in this computer’s keyring, not in the program’s files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This looks like a test token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LIVE usually needs a token without TEST: in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This looks like a live token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the test computer tokens usually begin with TEST:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TokenField</name>
    <message numerus="yes">
        <source>%n characters</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{length}, ending in {last}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TokenForm</name>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the token first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TokenPanel</name>
    <message>
        <source>Token for {environment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s) are WAITING.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>They can be checked only with the token they were sent with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until another one is entered, nothing can be paid in {environment}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the token for {environment}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TokenPrompt</name>
    <message>
        <source>Practice instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the token for {environment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is none on this computer. Without it nothing can be looked up or paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on without a test</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TokenStep</name>
    <message>
        <source>Paste the token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is in your account’s web portal, on the page for the service API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LIVE, real bills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TEST, the test computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This token is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on without a test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrialBanner</name>
    <message>
        <source>Asking the service…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is paid by this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balance {amount}, answered in {seconds} seconds, {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real bills will be paid with this balance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is the test computer: do not take cash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balance {amount}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that all of it was pasted, and for which service it is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>“The bill was not paid. Here is your money back.”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“We asked the service. Please wait for our call.” Call support with the reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“It is being processed. It can take some time. We keep your money safe.”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“The money is with us, the answer has not come. Please do not pay elsewhere. We will call.”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaitingPage</name>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every payment has a clear answer and no cash is to be given back. A payment without an answer appears here by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the cash of these payments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This could not be recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} was given back to {customer}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The phone number could not be kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try every step with made-up customers. You can connect later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No account needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No money moves, no internet needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipts say PRACTICE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect the shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have a token from your service account, with balance on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the shop’s name for receipts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the token, test it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to Bhuktani</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay your customers’ internet bills at the counter. How do you want to start?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can change this at any time in Settings, Connection.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Package or bill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
