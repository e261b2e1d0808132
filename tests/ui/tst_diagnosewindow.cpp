// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/diagnosewindow.h"
#include "ui/dialogs/notice.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QJsonArray>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace companion;
using namespace Qt::StringLiterals;

namespace {

QJsonObject diagnosis(bool isPbxFine)
{
    return {{u"version"_s, u"1.2.3"_s},
            {u"qt"_s, u"6.4.2"_s},
            {u"system"_s, u"Debian"_s},
            {u"checks"_s,
             QJsonArray{QJsonObject{{u"title"_s, u"Salesforce"_s},
                                    {u"state"_s, u"ok"_s},
                                    {u"text"_s, u"Connected."_s}},
                        QJsonObject{{u"title"_s, u"PBX"_s},
                                    {u"state"_s, isPbxFine ? u"ok"_s : u"problem"_s},
                                    {u"text"_s, u"<b>deaf</b>"_s},
                                    {u"advice"_s, u"Switch it on."_s}}}}};
}

QStringList textsOf(const QWidget& window)
{
    QStringList texts;
    const auto labels = window.findChildren<QLabel*>();
    for (const auto* label : labels)
        if (label->isVisible())
            texts.append(label->text());
    return texts;
}

} // namespace

class TestDiagnoseWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, u"light"_s); }
    void problemsComeFirstWithTheirAdvice();
    void everythingFineIsSaid();
    void checksAreReplacedNotAdded();
    void refreshIsAWish();
    void textCanBeCopied();
    void reportGoesIntoAFolderOfItsOwn();
    void resultOfTheReportIsTold();
};

void TestDiagnoseWindow::problemsComeFirstWithTheirAdvice()
{
    DiagnoseWindow window;
    window.setChecks(diagnosis(false));
    window.show();
    QTRY_VERIFY(textsOf(window).contains(u"Switch it on."_s));
    const auto texts = textsOf(window);
    QVERIFY(texts.indexOf(u"PBX"_s) < texts.indexOf(u"Salesforce"_s));
    QVERIFY(texts.contains(u"<b>deaf</b>"_s)); // text, never markup
    QVERIFY(window.findChild<QLabel*>(u"summary"_s)->text().startsWith(u'1'));
}

void TestDiagnoseWindow::everythingFineIsSaid()
{
    DiagnoseWindow window;
    window.setChecks(diagnosis(true));
    QCOMPARE(window.findChild<QLabel*>(u"summary"_s)->text(), u"Everything works."_s);
}

void TestDiagnoseWindow::checksAreReplacedNotAdded()
{
    DiagnoseWindow window;
    window.setChecks(diagnosis(false));
    window.show();
    window.setChecks(diagnosis(true));
    QTRY_COMPARE(textsOf(window).count(u"PBX"_s), 1);
}

void TestDiagnoseWindow::refreshIsAWish()
{
    DiagnoseWindow window;
    QSignalSpy wished(&window, &DiagnoseWindow::refreshRequested);
    window.findChild<QPushButton*>(u"refresh"_s)->click();
    QTest::keyClick(&window, Qt::Key_F5);
    QCOMPARE(wished.size(), 2);
}

void TestDiagnoseWindow::textCanBeCopied()
{
    DiagnoseWindow window;
    window.setChecks(diagnosis(false));
    window.findChild<QPushButton*>(u"copy"_s)->click();
    const QString copied = QGuiApplication::clipboard()->text();
    for (const auto& part : {u"1.2.3"_s, u"[!] PBX"_s, u"Switch it on."_s, u"[ok] Salesforce"_s})
        QVERIFY2(copied.contains(part), qPrintable(copied));
}

void TestDiagnoseWindow::reportGoesIntoAFolderOfItsOwn()
{
    QTemporaryDir folder;
    DiagnoseWindow window;
    window.show();
    QSignalSpy wished(&window, &DiagnoseWindow::reportRequested);
    window.findChild<QCheckBox*>(u"personal"_s)->setChecked(true);
    window.findChild<QPushButton*>(u"save"_s)->click();
    auto* dialog = window.findChild<QFileDialog*>();
    QVERIFY(dialog);
    Q_EMIT dialog->fileSelected(folder.path());
    dialog->reject();
    QCOMPARE(wished.size(), 1);
    const QString path = wished.first().at(0).toString();
    QVERIFY(path.startsWith(folder.path() + u'/'));
    QVERIFY(!QDir(path).exists());
    QVERIFY(wished.first().at(1).toBool());
}

void TestDiagnoseWindow::resultOfTheReportIsTold()
{
    DiagnoseWindow window;
    window.show();
    const auto* told = window.findChild<Notice*>(u"saved"_s);
    window.showReport(u"/tmp/x"_s, Done{});
    QCOMPARE(told->tone(), Notice::Tone::Good);
    window.showReport(u"/tmp/x"_s, Error{Error::Kind::Storage, {}});
    QCOMPARE(told->tone(), Notice::Tone::Problem);
    QVERIFY(told->isVisible());
}

QTEST_MAIN(TestDiagnoseWindow)
#include "tst_diagnosewindow.moc"
