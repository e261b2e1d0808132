// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/followupdialog.h"
#include "ui/dialogs/notice.h"
#include "ui/theme.h"

#include <QDateEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace companion;
using namespace Qt::StringLiterals;

class TestFollowUp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, u"light"_s); }
    void usualTaskIsToCallOnTheNextWorkday_data();
    void usualTaskIsToCallOnTheNextWorkday();
    void whatIsWrittenIsWished();
    void emptySubjectIsRefusedAtTheField();
    void dayThatIsOverCannotBeChosen();
    void refusalStaysInTheDialog();

private:
    static QPushButton* saveOf(FollowUpDialog& dialog)
    {
        return dialog.findChild<QPushButton*>(u"save"_s);
    }
    const QDate m_monday{2026, 11, 23};
};

void TestFollowUp::usualTaskIsToCallOnTheNextWorkday_data()
{
    QTest::addColumn<QDate>("today");
    QTest::addColumn<QDate>("due");
    QTest::newRow("Monday") << m_monday << m_monday.addDays(1);
    QTest::newRow("Friday") << m_monday.addDays(4) << m_monday.addDays(7);
    QTest::newRow("Saturday") << m_monday.addDays(5) << m_monday.addDays(7);
}

void TestFollowUp::usualTaskIsToCallOnTheNextWorkday()
{
    QFETCH(QDate, today);
    QFETCH(QDate, due);
    FollowUpDialog dialog(u"Ann Lee"_s, today);
    QSignalSpy wished(&dialog, &FollowUpDialog::saveRequested);
    saveOf(dialog)->click();
    QCOMPARE(wished.size(), 1);
    QVERIFY(wished.first().at(0).toString().contains(u"Ann Lee"_s));
    QCOMPARE(wished.first().at(1).toDate(), due);
}

void TestFollowUp::whatIsWrittenIsWished()
{
    FollowUpDialog dialog(u"Ann Lee"_s, m_monday);
    QSignalSpy wished(&dialog, &FollowUpDialog::saveRequested);
    dialog.findChild<QLineEdit*>(u"subject"_s)->setText(u"  Send the   quote "_s);
    dialog.findChild<QDateEdit*>(u"due"_s)->setDate(m_monday.addDays(30));
    saveOf(dialog)->click();
    QCOMPARE(wished.first().at(0).toString(), u"Send the quote"_s);
    QCOMPARE(wished.first().at(1).toDate(), m_monday.addDays(30));
}

void TestFollowUp::emptySubjectIsRefusedAtTheField()
{
    FollowUpDialog dialog(u"Ann Lee"_s, m_monday);
    QSignalSpy wished(&dialog, &FollowUpDialog::saveRequested);
    auto* subject = dialog.findChild<QLineEdit*>(u"subject"_s);
    dialog.show();
    subject->setText(u"  "_s);
    saveOf(dialog)->click();
    QCOMPARE(wished.size(), 0);
    QVERIFY(!subject->accessibleDescription().isEmpty());
}

void TestFollowUp::dayThatIsOverCannotBeChosen()
{
    FollowUpDialog dialog(u"Ann Lee"_s, m_monday);
    auto* due = dialog.findChild<QDateEdit*>(u"due"_s);
    due->setDate(m_monday.addDays(-1));
    QVERIFY(due->date() >= m_monday);
}

void TestFollowUp::refusalStaysInTheDialog()
{
    FollowUpDialog dialog(u"Ann Lee"_s, m_monday);
    dialog.show();
    dialog.showError(u"This call has no record."_s);
    QVERIFY(dialog.findChild<Notice*>(u"problem"_s)->isVisible());
    QVERIFY(dialog.isVisible());
}

QTEST_MAIN(TestFollowUp)
#include "tst_followup.moc"
