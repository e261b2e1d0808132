// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/teluri.h"
#include "ui/dialogs/confirmdialdialog.h"
#include "ui/dialogs/dialbox.h"
#include "ui/dialogs/dialsuggestions.h"
#include "ui/dialogs/notice.h"
#include "ui/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace companion;
using namespace Qt::StringLiterals;

namespace {

const QList<DialSuggestion> people{
    {.name = u"Anna Bergström"_s, .number = u"+14155550101"_s, .kind = u"Contact"_s},
    {.name = u"Berit"_s, .number = u"1007"_s, .kind = u"Colleague"_s}};

QLineEdit* edit(const DialBox& box)
{
    return box.findChild<QLineEdit*>(u"number"_s);
}

//! Presses Enter after \p typed, with \p found offered.
QString calledAfter(const QString& typed, const QList<DialSuggestion>& found,
                    const QList<Qt::Key>& keys = {})
{
    DialBox box;
    box.show();
    QSignalSpy dialled(&box, &DialBox::dialRequested);
    edit(box)->setText(typed);
    box.setSuggestions(typed, found);
    for (const auto key : keys)
        QTest::keyClick(edit(box), key);
    QTest::keyClick(edit(box), Qt::Key_Return);
    return dialled.isEmpty() ? QString() : dialled.first().first().toString();
}

} // namespace

class TestDialling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, u"light"_s); }
    void enterCallsWhatIsMeant_data();
    void enterCallsWhatIsMeant();
    void emptyBoxRedials();
    void oldSuggestionsNeverGetCalled();
    void answersToOlderTextAreIgnored();
    void nobodyFoundIsSaid();
    void escapeClearsThenCloses();
    void selectionFromElsewhereIsTypedOver();
    void matchIsHighlighted_data();
    void matchIsHighlighted();
    void suggestionsAreSpokenWhole();
    void linkIsShownAsItWillBeDialled_data();
    void linkIsShownAsItWillBeDialled();
    void keysDoNotConfirmWhatAppearsUnderThem();
    void whatTheLinkSaysIsShownWhereItSaysMore_data();
    void whatTheLinkSaysIsShownWhereItSaysMore();
    void codeForThePhoneSystemIsWarnedOf();
    void doNotCallIsNotTheDefault();
};

void TestDialling::enterCallsWhatIsMeant_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QList<DialSuggestion>>("found");
    QTest::addColumn<QList<Qt::Key>>("keys");
    QTest::addColumn<QString>("called");
    using Keys = QList<Qt::Key>;
    QTest::newRow("number") << u"415 555-0199"_s << QList<DialSuggestion>{} << Keys{}
                            << u"415 555-0199"_s;
    QTest::newRow("number, although somebody's begins like it")
        << u"4155"_s << people << Keys{} << u"4155"_s;
    QTest::newRow("the offered one below a number")
        << u"4155"_s << people << Keys{Qt::Key_Down} << u"+14155550101"_s;
    QTest::newRow("back to the number")
        << u"4155"_s << people << Keys{Qt::Key_Down, Qt::Key_Up} << u"4155"_s;
    QTest::newRow("best match of a name") << u"be"_s << people << Keys{} << u"+14155550101"_s;
    QTest::newRow("next match") << u"be"_s << people << Keys{Qt::Key_Down} << u"1007"_s;
    QTest::newRow("not beyond the last")
        << u"be"_s << people << Keys{Qt::Key_Down, Qt::Key_Down, Qt::Key_PageDown} << u"1007"_s;
    QTest::newRow("pasted from a mail")
        << u"Tel.: +1 415 555-1212 (mobile)"_s << QList<DialSuggestion>{} << Keys{}
        << u"+1 415 555-1212"_s;
    QTest::newRow("name that nobody has")
        << u"Zaphod"_s << QList<DialSuggestion>{} << Keys{} << QString();
}

void TestDialling::enterCallsWhatIsMeant()
{
    QFETCH(QString, typed);
    QFETCH(QList<DialSuggestion>, found);
    QFETCH(QList<Qt::Key>, keys);
    QTEST(calledAfter(typed, found, keys), "called");
}

void TestDialling::emptyBoxRedials()
{
    DialBox box;
    box.setLastNumber(u"+49301234567"_s);
    box.show();
    QSignalSpy dialled(&box, &DialBox::dialRequested);
    QCOMPARE(box.findChild<QPushButton*>(u"call"_s)->text(), u"Re&dial"_s);
    QTest::keyClick(edit(box), Qt::Key_Return);
    QCOMPARE(dialled.first().first().toString(), u"+49301234567"_s);
    QVERIFY(!box.isVisible());
}

void TestDialling::oldSuggestionsNeverGetCalled()
{
    DialBox box;
    box.show();
    QSignalSpy dialled(&box, &DialBox::dialRequested);
    edit(box)->setText(u"be"_s);
    box.setSuggestions(u"be"_s, people);
    edit(box)->setText(u"bex"_s); // the answer to this has not come
    QTest::keyClick(edit(box), Qt::Key_Return);
    QCOMPARE(dialled.size(), 0);
}

void TestDialling::answersToOlderTextAreIgnored()
{
    DialBox box;
    edit(box)->setText(u"bex"_s);
    box.setSuggestions(u"be"_s, people);
    QCOMPARE(box.findChild<QListView*>(u"suggestions"_s)->model()->rowCount(), 0);
}

void TestDialling::nobodyFoundIsSaid()
{
    DialBox box;
    box.show();
    edit(box)->setText(u"Zaphod"_s);
    QTest::keyClick(edit(box), Qt::Key_Return);
    const auto* problem = box.findChild<Notice*>(u"problem"_s);
    QVERIFY(problem->isVisible());
    QVERIFY(problem->text().contains(u"Zaphod"_s));
    QTest::keyClicks(edit(box), u"x"_s);
    QVERIFY(!problem->isVisible());
}

void TestDialling::escapeClearsThenCloses()
{
    DialBox box;
    box.show();
    edit(box)->setText(u"be"_s);
    QTest::keyClick(edit(box), Qt::Key_Escape);
    QVERIFY(box.isVisible());
    QCOMPARE(box.typed(), QString());
    QTest::keyClick(edit(box), Qt::Key_Escape);
    QVERIFY(!box.isVisible());
}

void TestDialling::selectionFromElsewhereIsTypedOver()
{
    DialBox box;
    box.show();
    QSignalSpy changed(&box, &DialBox::textChanged);
    box.startWith(u"415 555-0199"_s);
    QCOMPARE(box.typed(), u"415 555-0199"_s);
    QVERIFY(!changed.isEmpty());
    QTest::keyClicks(edit(box), u"7"_s);
    QCOMPARE(box.typed(), u"7"_s);
}

void TestDialling::matchIsHighlighted_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<bool>("isNumber");
    QTest::addColumn<qsizetype>("start");
    QTest::addColumn<qsizetype>("length");
    QTest::newRow("start of a later word")
        << u"be"_s << u"Abe Berg"_s << false << qsizetype(4) << qsizetype(2);
    QTest::newRow("inside a word")
        << u"erg"_s << u"Berg"_s << false << qsizetype(1) << qsizetype(3);
    QTest::newRow("other case") << u"BERG"_s << u"berg"_s << false << qsizetype(0) << qsizetype(4);
    QTest::newRow("nowhere") << u"x"_s << u"Berg"_s << false << qsizetype(-1) << qsizetype(0);
    QTest::newRow("digits across signs")
        << u"4155"_s << u"+1 415-555"_s << true << qsizetype(3) << qsizetype(5);
    QTest::newRow("digits that are not there")
        << u"99"_s << u"+1 415"_s << true << qsizetype(-1) << qsizetype(0);
}

void TestDialling::matchIsHighlighted()
{
    QFETCH(QString, typed);
    QFETCH(QString, shown);
    QFETCH(bool, isNumber);
    const auto place = isNumber ? placeInNumber(typed, shown) : placeInName(typed, shown);
    QTEST(place.start, "start");
    QTEST(place.length, "length");
}

void TestDialling::suggestionsAreSpokenWhole()
{
    DialSuggestionModel model;
    auto warned = people.first();
    warned.doNotCall = true;
    model.set(u"x"_s, {warned});
    const QString spoken = model.index(0).data(Qt::AccessibleTextRole).toString();
    for (const auto& part : {warned.name, warned.number, u"Do not call"_s, u"Contact"_s})
        QVERIFY2(spoken.contains(part), qPrintable(spoken));
}

void TestDialling::linkIsShownAsItWillBeDialled_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("question");
    QTest::newRow("international")
        << u"tel:+14155550101"_s << u"Call \u2068(415) 555-0101\u2069?"_s;
    QTest::newRow("letters") << u"tel:1-800-FLOWERS"_s << u"Call \u2068(800) 356-9377\u2069?"_s;
    QTest::newRow("extension") << u"tel:+14155550101;ext=12"_s
                               << u"Call \u2068(415) 555-0101\u2069?"_s;
}

void TestDialling::linkIsShownAsItWillBeDialled()
{
    QFETCH(QString, link);
    const auto request = readDialRequest(link);
    QVERIFY(request.has_value());
    const ConfirmDialDialog dialog(*request, false);
    QTEST(dialog.findChild<QLabel*>(u"question"_s)->text(), "question");
    const auto* extension = dialog.findChild<QLabel*>(u"extension"_s);
    QCOMPARE(extension->isHidden(), request->suffix.isEmpty());
    QCOMPARE(extension->text().contains(u"12"_s), !request->suffix.isEmpty());
}

void TestDialling::whatTheLinkSaysIsShownWhereItSaysMore_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<bool>("isMasked");
    QTest::addColumn<bool>("isShown");
    QTest::newRow("other spelling") << u"tel:+1-415-555-0101"_s << false << false;
    QTest::newRow("no link at all") << u"+14155550101"_s << false << false;
    QTest::newRow("letters") << u"tel:1-800-FLOWERS"_s << false << true;
    QTest::newRow("masked numbers") << u"tel:1-800-FLOWERS"_s << true << false;
}

void TestDialling::whatTheLinkSaysIsShownWhereItSaysMore()
{
    QFETCH(QString, written);
    QFETCH(bool, isMasked);
    QFETCH(bool, isShown);
    const auto request = readDialRequest(written);
    QVERIFY(request.has_value());
    const ConfirmDialDialog dialog(*request, false, {.rules = {}, .isMasked = isMasked});
    QCOMPARE(!dialog.findChild<QLabel*>(u"asWritten"_s)->isHidden(), isShown);
    const auto question = dialog.findChild<QLabel*>(u"question"_s)->text();
    QCOMPARE(question.contains(u'*'), isMasked);
}

void TestDialling::codeForThePhoneSystemIsWarnedOf()
{
    const ConfirmDialDialog code(readDialRequest(u"tel:*724155551212"_s).value(), false);
    const auto* warning = code.findChild<Notice*>(u"warning"_s);
    QVERIFY(!warning->isHidden());
    QVERIFY(warning->accessibleName().contains(u"phone system"_s));
    QVERIFY(code.findChild<QPushButton*>(u"cancel"_s)->isDefault());
}

void TestDialling::keysDoNotConfirmWhatAppearsUnderThem()
{
    ConfirmDialDialog dialog(readDialRequest(u"tel:+14155550101"_s).value(), false);
    QSignalSpy confirmed(&dialog, &ConfirmDialDialog::confirmed);
    dialog.show();
    auto* call = dialog.findChild<QPushButton*>(u"call"_s);
    QTest::keyClick(call, Qt::Key_Return); // meant for what one was typing in
    QTest::keyClick(call, Qt::Key_Space);
    QCOMPARE(confirmed.size(), 0);
    const auto isConfirmedByNow = [&] {
        if (confirmed.isEmpty())
            QTest::keyClick(call, Qt::Key_Return);
        return confirmed.size() == 1;
    };
    QTRY_VERIFY(isConfirmedByNow());
}

void TestDialling::doNotCallIsNotTheDefault()
{
    const ConfirmDialDialog dialog(readDialRequest(u"tel:+14155550101"_s).value(), true);
    QVERIFY(!dialog.findChild<QPushButton*>(u"call"_s)->isDefault());
    QVERIFY(dialog.findChild<QPushButton*>(u"cancel"_s)->isDefault());
    QVERIFY(!dialog.findChild<Notice*>(u"warning"_s)->isHidden());
}

QTEST_MAIN(TestDialling)
#include "tst_dialling.moc"
