<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Diagnosis</name>
    <message numerus="yes">
        <source>%n waiting to be written.</source>
        <translation>
            <numerusform>%n waiting to be written.</numerusform>
            <numerusform>%n waiting to be written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryText</name>
    <message numerus="yes">
        <source>%n possible record(s)</source>
        <translation>
            <numerusform>%n possible record</numerusform>
            <numerusform>%n possible records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LookupText</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>companion::DiagnoseWindow</name>
    <message numerus="yes">
        <source>%n thing(s) need attention.</source>
        <translation>
            <numerusform>One thing needs attention.</numerusform>
            <numerusform>%n things need attention.</numerusform>
        </translation>
    </message>
</context>
</TS>
