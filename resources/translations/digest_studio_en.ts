<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Alternatives</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Asides</name>
    <message numerus="yes">
        <source>The plan is kept: %n article(s) pinned</source>
        <translation>
            <numerusform>The plan is kept: %n article pinned</numerusform>
            <numerusform>The plan is kept: %n articles pinned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The planner chooses again for %n article(s)</source>
        <translation>
            <numerusform>The planner chooses again for %n article</numerusform>
            <numerusform>The planner chooses again for %n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Controller</name>
    <message numerus="yes">
        <source>Bringing in %n file(s) …</source>
        <translation>
            <numerusform>Bringing in %n file …</numerusform>
            <numerusform>Bringing in %n files …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved: %n file(s) written</source>
        <translation>
            <numerusform>Saved: %n file written</numerusform>
            <numerusform>Saved: %n files written</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n page(s); it will take about {seconds} s.</source>
        <translation>
            <numerusform>%n page; it will take about {seconds} s.</numerusform>
            <numerusform>%n pages; it will take about {seconds} s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Written: {file}, {size}, %n page(s) in {seconds} s</source>
        <translation>
            <numerusform>Written: {file}, {size}, %n page in {seconds} s</numerusform>
            <numerusform>Written: {file}, {size}, %n pages in {seconds} s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replaced: %n place(s)</source>
        <translation>
            <numerusform>Replaced: %n place</numerusform>
            <numerusform>Replaced: %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Fit</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) over</source>
        <translation>
            <numerusform>%n line over</numerusform>
            <numerusform>%n lines over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n line(s) free</source>
        <translation>
            <numerusform>about %n line free</numerusform>
            <numerusform>about %n lines free</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s) set tighter</source>
        <translation>
            <numerusform>%n paragraph set tighter</numerusform>
            <numerusform>%n paragraphs set tighter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FlatPlan</name>
    <message numerus="yes">
        <source>Flat plan, %n page(s)</source>
        <translation>
            <numerusform>Flat plan, %n page</numerusform>
            <numerusform>Flat plan, %n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) move</source>
        <translation>
            <numerusform>%n other moves</numerusform>
            <numerusform>%n others move</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The issue then has %n page(s)</source>
        <translation>
            <numerusform>The issue then has %n page</numerusform>
            <numerusform>The issue then has %n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more went with it</source>
        <translation>
            <numerusform>%n more went with it</numerusform>
            <numerusform>%n more went with it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) moved</source>
        <translation>
            <numerusform>%n other moved</numerusform>
            <numerusform>%n others moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the issue has %n page(s) now</source>
        <translation>
            <numerusform>the issue has %n page now</numerusform>
            <numerusform>the issue has %n pages now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FreshPlan</name>
    <message numerus="yes">
        <source>A fresh plan would change %n article(s)</source>
        <translation>
            <numerusform>A fresh plan would change %n article</numerusform>
            <numerusform>A fresh plan would change %n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IssueForm</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LedgerPart</name>
    <message numerus="yes">
        <source>No single change makes it fit: shorten the text by about %n line(s)</source>
        <translation>
            <numerusform>No single change makes it fit: shorten the text by about %n line</numerusform>
            <numerusform>No single change makes it fit: shorten the text by about %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Lengths</name>
    <message numerus="yes">
        <source>%n page(s): cannot be reached</source>
        <translation>
            <numerusform>%n page: cannot be reached</numerusform>
            <numerusform>%n pages: cannot be reached</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) in signatures of {sheets}: as it is</source>
        <translation>
            <numerusform>%n page in a signature of {sheets}: as it is</numerusform>
            <numerusform>%n pages in signatures of {sheets}: as it is</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) in signatures of {sheets}</source>
        <translation>
            <numerusform>%n page in a signature of {sheets}</numerusform>
            <numerusform>%n pages in signatures of {sheets}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) over</source>
        <translation>
            <numerusform>%n line over</numerusform>
            <numerusform>%n lines over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) free</source>
        <translation>
            <numerusform>%n line free</numerusform>
            <numerusform>%n lines free</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SectionForm</name>
    <message numerus="yes">
        <source>%n article(s) and advertisement(s)</source>
        <translation>
            <numerusform>%n article or advertisement</numerusform>
            <numerusform>%n articles and advertisements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextView</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
</TS>
