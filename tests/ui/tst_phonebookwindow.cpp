// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/samples.h"
#include "ui/history/emptyhint.h"
#include "ui/history/phonebookwindow.h"
#include "ui/theme.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace companion;
using namespace Qt::StringLiterals;

namespace {

PhonebookEntry entry(int number, bool isReadOnly = true)
{
    auto match = samples::person(u"003%1"_s.arg(number), u"Person %1"_s.arg(number));
    match.phone = u"+1415555%1"_s.arg(number, 4, 10, QChar(u'0'));
    match.phones = {match.phone, u"+49301234567"_s};
    return {.match = match, .isReadOnly = isReadOnly, .syncedAt = samples::noon()};
}

QList<PhonebookEntry> entries(int count)
{
    QList<PhonebookEntry> made;
    for (int number = 0; number < count; ++number)
        made.append(entry(number));
    return made;
}

QListView* people(const PhonebookWindow& window)
{
    return window.findChild<QListView*>(u"people"_s);
}

void choose(const PhonebookWindow& window, int row)
{
    people(window)->setCurrentIndex(people(window)->model()->index(row, 0));
}

QPushButton* button(const PhonebookWindow& window, const QString& name)
{
    return window.findChild<QPushButton*>(name);
}

} // namespace

class TestPhonebookWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, u"light"_s); }
    void modelKeepsItsPromises();
    void searchIsAskedOnceTypingPauses();
    void enterCallsTheFirstFound();
    void arrowsMoveWhileTyping();
    void everyNumberCanBeCalled();
    void recordCanBeOpened();
    void syncedEntriesAreReadOnly();
    void entriesCanBeEditedAfterDisconnect();
    void nameIsRequired();
    void removedEntryGoes();
    void moreAreAskedForAtTheEnd();
    void emptyPhonebookSaysWhy();
    void maskedNumbersAreNotShown();
};

void TestPhonebookWindow::modelKeepsItsPromises()
{
    PhonebookModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.set(entries(120));
    model.add({entry(500)});
    auto changed = entry(3);
    changed.match.name = u"Renamed"_s;
    model.replace(changed);
    QCOMPARE(model.index(3).data().toString(), u"Renamed"_s);
    model.remove(changed.match.record);
    QCOMPARE(model.rowCount(), 120);
}

void TestPhonebookWindow::searchIsAskedOnceTypingPauses()
{
    PhonebookWindow window;
    QSignalSpy asked(&window, &PhonebookWindow::searchRequested);
    QTest::keyClicks(window.findChild<QLineEdit*>(u"search"_s), u"ann"_s);
    QCOMPARE(asked.size(), 0);
    QTRY_COMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toString(), u"ann"_s);
}

void TestPhonebookWindow::enterCallsTheFirstFound()
{
    PhonebookWindow window;
    window.setEntries(entries(3));
    QSignalSpy called(&window, &PhonebookWindow::callRequested);
    QTest::keyClick(window.findChild<QLineEdit*>(u"search"_s), Qt::Key_Return);
    QCOMPARE(called.first().first().toString(), u"+14155550000"_s);
}

void TestPhonebookWindow::arrowsMoveWhileTyping()
{
    PhonebookWindow window;
    window.setEntries(entries(3));
    window.show();
    auto* search = window.findChild<QLineEdit*>(u"search"_s);
    choose(window, 0);
    QTest::keyClick(search, Qt::Key_Down);
    QCOMPARE(people(window)->currentIndex().row(), 1);
    QTest::keyClicks(search, u"x"_s);
    QCOMPARE(search->text(), u"x"_s);
}

void TestPhonebookWindow::everyNumberCanBeCalled()
{
    PhonebookWindow window;
    window.setEntries(entries(1));
    choose(window, 0);
    QSignalSpy called(&window, &PhonebookWindow::callRequested);
    button(window, u"call"_s)->click();
    button(window, u"callOther"_s)->click();
    QCOMPARE(called.size(), 2);
    QCOMPARE(called.last().first().toString(), u"+49301234567"_s);
}

void TestPhonebookWindow::recordCanBeOpened()
{
    PhonebookWindow window;
    window.setEntries(entries(1));
    choose(window, 0);
    QSignalSpy opened(&window, &PhonebookWindow::openRecordRequested);
    button(window, u"openRecord"_s)->click();
    QCOMPARE(opened.first().first().value<RecordId>().id, u"0030"_s);
}

void TestPhonebookWindow::syncedEntriesAreReadOnly()
{
    PhonebookWindow window;
    window.setEntries(entries(1));
    window.show();
    choose(window, 0);
    QVERIFY(!button(window, u"edit"_s)->isVisible());
    QVERIFY(!button(window, u"remove"_s)->isVisible());
}

void TestPhonebookWindow::entriesCanBeEditedAfterDisconnect()
{
    PhonebookWindow window;
    window.setEntries({entry(0, false)});
    window.show();
    choose(window, 0);
    QSignalSpy edited(&window, &PhonebookWindow::entryEdited);
    QVERIFY(button(window, u"edit"_s)->isVisible());
    button(window, u"edit"_s)->click();
    window.findChild<QLineEdit*>(u"editName"_s)->setText(u" New  Name "_s);
    window.findChild<QPlainTextEdit*>(u"editNumbers"_s)->setPlainText(u"1234\n\n 5678 "_s);
    button(window, u"save"_s)->click();
    QCOMPARE(edited.size(), 1);
    const auto kept = edited.first().first().value<PhonebookEntry>();
    QCOMPARE(kept.match.record.id, u"0030"_s);
    QCOMPARE(kept.match.name, u"New Name"_s);
    QCOMPARE(kept.match.phones, (QList<QString>{u"1234"_s, u"5678"_s}));
    QCOMPARE(people(window)->model()->index(0, 0).data().toString(), u"New Name"_s);
}

void TestPhonebookWindow::nameIsRequired()
{
    PhonebookWindow window;
    window.setEntries({entry(0, false)});
    choose(window, 0);
    QSignalSpy edited(&window, &PhonebookWindow::entryEdited);
    button(window, u"edit"_s)->click();
    window.findChild<QLineEdit*>(u"editName"_s)->setText(u"  "_s);
    button(window, u"save"_s)->click();
    QCOMPARE(edited.size(), 0);
}

void TestPhonebookWindow::removedEntryGoes()
{
    PhonebookWindow window;
    window.setEntries({entry(0, false), entry(1, false)});
    choose(window, 0);
    QSignalSpy removed(&window, &PhonebookWindow::removeRequested);
    button(window, u"remove"_s)->click();
    QCOMPARE(removed.first().first().value<RecordId>().id, u"0030"_s);
    QCOMPARE(people(window)->model()->rowCount(), 1);
}

void TestPhonebookWindow::moreAreAskedForAtTheEnd()
{
    PhonebookWindow window;
    QSignalSpy asked(&window, &PhonebookWindow::moreRequested);
    window.setEntries(entries(200));
    auto* model = people(window)->model();
    QVERIFY(model->canFetchMore({}));
    model->fetchMore({});
    QCOMPARE(asked.first().first().toInt(), 200);
    window.addEntries({entry(200)});
    QCOMPARE(model->rowCount(), 201);
    QVERIFY(!model->canFetchMore({}));
}

void TestPhonebookWindow::emptyPhonebookSaysWhy()
{
    PhonebookWindow window;
    const auto* hint = window.findChild<EmptyHint*>();
    QCOMPARE(hint->text(), u"Nobody is in the phonebook yet."_s);
    window.findChild<QLineEdit*>(u"search"_s)->setText(u"zz"_s);
    window.setEntries({});
    QVERIFY(hint->text().contains(u"zz"_s));
    window.setEntries(entries(1));
    QVERIFY(hint->text().isEmpty());
}

void TestPhonebookWindow::maskedNumbersAreNotShown()
{
    PhonebookWindow window;
    Settings settings;
    settings.maskNumbers = true;
    window.setLook(settings);
    window.setEntries(entries(1));
    choose(window, 0);
    QVERIFY(!button(window, u"call"_s)->text().contains(u"5550"_s));
    const auto spoken =
        people(window)->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(!spoken.contains(u"5550"_s), qPrintable(spoken));
}

QTEST_MAIN(TestPhonebookWindow)
#include "tst_phonebookwindow.moc"
