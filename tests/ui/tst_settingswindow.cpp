// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/journalplan.h"
#include "app/core/journaltemplate.h"
#include "ui/dialogs/field.h"
#include "ui/dialogs/notice.h"
#include "ui/settings/settingswindow.h"
#include "ui/settings/templateeditor.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace companion;
using namespace Qt::StringLiterals;

namespace {

Result<QString> preview(const QString& written)
{
    const auto parsed = JournalTemplate::parse(written);
    if (!parsed)
        return parsed.error();
    return parsed->render(exampleJournalValues());
}

Field* fieldOf(const SettingsWindow& window, const QString& key)
{
    for (auto* widget = window.findChild<QWidget*>(key); widget; widget = widget->parentWidget())
        if (auto* field = qobject_cast<Field*>(widget))
            return field;
    return nullptr;
}

//! The last change that was wished, as "key=value".
QString lastOf(const QSignalSpy& wishes)
{
    return wishes.isEmpty()
        ? QString()
        : QString(wishes.last().at(0).toString() + u'=' + wishes.last().at(1).toString());
}

} // namespace

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, u"light"_s); }
    void everySettingHasItsPlace();
    void showsWhatIsInForce();
    void changesAreWishedAtOnce();
    void listsKeepTheirOrder();
    void policyLocksItsSettings();
    void dependentSettingsFollowTheirSwitch();
    void refusedValueIsExplainedAtItsField();
    void shortcutThatCannotBeHadIsExplainedAtItsField();
    void badValueIsNotWished();
    void textIsWishedWhenLeft();
    void textBeingTypedIsNotReplaced();
    void alwaysQueryWarnsInTheGuidesWords();
    void apiBudgetIsShown_data();
    void apiBudgetIsShown();
    void numberCanBeTried();
    void linksRegisteredAreToldBelowTheButton();
    void templateErrorsNameThePlace_data();
    void templateErrorsNameThePlace();
    void brokenTemplateIsNeverWished();
    void templateShowsAnExample();
    void variablesAreInsertedWhereOneTypes();
    void wheelDoesNotChangeInPassing();
    void languagesCanBeChosen();
    void pagesHaveNames();
};

void TestSettings::everySettingHasItsPlace()
{
    const SettingsWindow window;
    for (const auto& spec : settingSpecs())
        QVERIFY2(fieldOf(window, spec.key), qPrintable(spec.key));
}

void TestSettings::showsWhatIsInForce()
{
    SettingsWindow window;
    window.setLayers(
        {.policyDefaults = {{u"pbx.extension"_s, u"1002"_s}, {u"card.keepSeconds"_s, u"7"_s}},
         .user = {{u"popup.method"_s, u"manual"_s},
                  {u"pbx.extension"_s, u"1001"_s},
                  {u"popup.directions"_s, u"inbound,internal"_s}}});
    QCOMPARE(window.findChild<QComboBox*>(u"popup.method"_s)->currentData(), u"manual"_s);
    QCOMPARE(window.findChild<QLineEdit*>(u"pbx.extension"_s)->text(), u"1001"_s);
    QCOMPARE(window.findChild<QSpinBox*>(u"card.keepSeconds"_s)->value(), 7);
    QVERIFY(window.findChild<QCheckBox*>(u"integration.enabled"_s)->isChecked());
    QVERIFY(window.findChild<QCheckBox*>(u"popup.directions.internal"_s)->isChecked());
    QVERIFY(!window.findChild<QCheckBox*>(u"popup.directions.outbound"_s)->isChecked());
}

void TestSettings::changesAreWishedAtOnce()
{
    SettingsWindow window;
    window.setLayers({});
    QSignalSpy wishes(&window, &SettingsWindow::settingChanged);
    QCOMPARE(wishes.size(), 0); // showing is no change
    window.findChild<QCheckBox*>(u"integration.enabled"_s)->click();
    QCOMPARE(lastOf(wishes), u"integration.enabled=false"_s);
    QTest::keyClick(window.findChild<QComboBox*>(u"popup.trigger"_s), Qt::Key_Down);
    QCOMPARE(lastOf(wishes), u"popup.trigger=answered"_s);
    window.findChild<QSpinBox*>(u"card.keepSeconds"_s)->stepUp();
    QCOMPARE(lastOf(wishes), u"card.keepSeconds=21"_s);
    window.findChild<QCheckBox*>(u"popup.directions.outbound"_s)->click();
    QCOMPARE(lastOf(wishes), u"popup.directions=inbound,outbound"_s);
    QCOMPARE(wishes.size(), 4);
}

void TestSettings::listsKeepTheirOrder()
{
    SettingsWindow window;
    window.setLayers({.user = {{u"crm.objects"_s, u"Lead,Contact"_s}}});
    QSignalSpy wishes(&window, &SettingsWindow::settingChanged);
    auto* list = window.findChild<QListWidget*>(u"crm.objects"_s);
    QCOMPARE(list->item(0)->data(Qt::UserRole), u"Lead"_s);
    QCOMPARE(list->item(2)->checkState(), Qt::Unchecked);
    list->setCurrentRow(0);
    QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(lastOf(wishes), u"crm.objects=Contact,Lead"_s);
}

void TestSettings::policyLocksItsSettings()
{
    SettingsWindow window;
    window.setLayers(
        {.user = {{u"popup.method"_s, u"off"_s}},
         .enforced = {{u"popup.method"_s, u"automatic"_s}, {u"journal.subject"_s, u"Call"_s}}});
    for (const auto& key : {u"popup.method"_s, u"journal.subject"_s}) {
        const auto* field = fieldOf(window, key);
        QVERIFY(field->isLocked());
        QVERIFY(!window.findChild<QWidget*>(key)->isEnabled());
        QVERIFY(!field->findChild<QWidget*>(u"locked"_s)->isHidden());
    }
    QCOMPARE(window.findChild<QComboBox*>(u"popup.method"_s)->currentData(), u"automatic"_s);
    QVERIFY(!fieldOf(window, u"popup.trigger"_s)->isLocked());
    window.setLayers({});
    QVERIFY(!fieldOf(window, u"popup.method"_s)->isLocked());
}

void TestSettings::dependentSettingsFollowTheirSwitch()
{
    SettingsWindow window;
    window.setLayers({});
    const auto* phonebook = window.findChild<QLineEdit*>(u"sync.phonebook"_s);
    QVERIFY(!phonebook->isEnabled());
    window.setLayers({.user = {{u"sync.enabled"_s, u"true"_s}, {u"sync.target"_s, u"pbx"_s}}});
    QVERIFY(phonebook->isEnabled());
    window.findChild<QCheckBox*>(u"sync.enabled"_s)->click();
    QVERIFY(!phonebook->isEnabled());
}

void TestSettings::refusedValueIsExplainedAtItsField()
{
    SettingsWindow window;
    window.setLayers({});
    window.showError(u"numbers.region"_s, {.kind = Error::Kind::Storage, .detail = {}});
    QVERIFY(fieldOf(window, u"numbers.region"_s)->error().contains(u"free space"_s));
}

void TestSettings::shortcutThatCannotBeHadIsExplainedAtItsField()
{
    SettingsWindow window;
    window.setLayers({});
    window.showPage(SettingsWindow::Page::Privacy);
    window.showError(
        u"dial.hotkey"_s,
        {.kind = Error::Kind::Rejected, .detail = u"taken"_s, .code = u"keys_taken"_s});
    QVERIFY(fieldOf(window, u"dial.hotkey"_s)->error().contains(u"Another program"_s));
}

void TestSettings::badValueIsNotWished()
{
    SettingsWindow window;
    window.setLayers({});
    QSignalSpy wishes(&window, &SettingsWindow::settingChanged);
    auto* lengths = window.findChild<QLineEdit*>(u"numbers.extensionLengths"_s);
    lengths->setText(u"9-2"_s);
    QTest::keyClick(lengths, Qt::Key_Return);
    QCOMPARE(wishes.size(), 0);
    QVERIFY(fieldOf(window, u"numbers.extensionLengths"_s)->hasError());
    QCOMPARE(lengths->text(), u"9-2"_s); // kept, to be mended
}

void TestSettings::textIsWishedWhenLeft()
{
    SettingsWindow window;
    window.setLayers({});
    window.showPage(SettingsWindow::Page::Connections);
    window.show();
    QSignalSpy wishes(&window, &SettingsWindow::settingChanged);
    auto* extension = window.findChild<QLineEdit*>(u"pbx.extension"_s);
    extension->setFocus();
    QTest::keyClicks(extension, u"1001"_s);
    QCOMPARE(wishes.size(), 0);
    window.hide();
    QCOMPARE(lastOf(wishes), u"pbx.extension=1001"_s);
}

void TestSettings::textBeingTypedIsNotReplaced()
{
    SettingsWindow window;
    window.setLayers({});
    window.showPage(SettingsWindow::Page::Connections);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    auto* extension = window.findChild<QLineEdit*>(u"pbx.extension"_s);
    extension->setFocus();
    QTest::keyClicks(extension, u"10"_s);
    window.setLayers({.user = {{u"ui.theme"_s, u"dark"_s}}}); // another setting has changed
    QCOMPARE(extension->text(), u"10"_s);
}

void TestSettings::alwaysQueryWarnsInTheGuidesWords()
{
    SettingsWindow window;
    window.setLayers({});
    const auto* warning = window.findChild<Notice*>(u"alwaysQueryWarning"_s);
    QVERIFY(warning->isHidden());
    window.findChild<QCheckBox*>(u"crm.alwaysQuery"_s)->click();
    QCOMPARE(warning->text(),
             u"Enabling “Always Query CRM” will increase API credit consumption. "
             "Please monitor your quota."_s);
    QVERIFY(!warning->isHidden());
}

void TestSettings::apiBudgetIsShown_data()
{
    QTest::addColumn<qint64>("used");
    QTest::addColumn<QString>("says");
    QTest::newRow("little") << qint64(100) << u"100 of 1,000"_s;
    QTest::newRow("80 %") << qint64(820) << u"search while typing"_s;
    QTest::newRow("95 %") << qint64(960) << u"Only lookups and log entries"_s;
}

void TestSettings::apiBudgetIsShown()
{
    QFETCH(qint64, used);
    QFETCH(QString, says);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    SettingsWindow window;
    window.setCrmStatus({.state = LinkState::Connected, .apiUsed = used, .apiMax = 1000});
    const QString text = window.findChild<QLabel*>(u"apiBudget"_s)->text();
    QVERIFY2(text.contains(says), qPrintable(text));
    QVERIFY(!window.findChild<QProgressBar*>()->isHidden());
    QLocale::setDefault(QLocale::c());
}

void TestSettings::numberCanBeTried()
{
    SettingsWindow window;
    QSignalSpy tried(&window, &SettingsWindow::numberTried);
    window.findChild<QLineEdit*>(u"tryNumber"_s)->setText(u" 415 555 "_s);
    window.findChild<QPushButton*>(u"try"_s)->click();
    QCOMPARE(tried.first().first().toString(), u"415 555"_s);
    window.showNumberAnswer(u"<b>read</b> as …"_s);
    const auto* answer = window.findChild<QLabel*>(u"tryAnswer"_s);
    QCOMPARE(answer->text(), u"<b>read</b> as …"_s);
    QCOMPARE(answer->textFormat(), Qt::PlainText);
}

void TestSettings::linksRegisteredAreToldBelowTheButton()
{
    SettingsWindow window;
    const auto* answer = window.findChild<Notice*>(u"linksAnswer"_s);
    QVERIFY(answer->isHidden());
    window.showLinksRegistered(Done{});
    QVERIFY(!answer->isHidden());
    QCOMPARE(answer->tone(), Notice::Tone::Good);
    window.showLinksRegistered(Error{Error::Kind::Storage, u"disk full"_s});
    QCOMPARE(answer->tone(), Notice::Tone::Problem);
    QVERIFY(!answer->text().contains("disk full"_L1)); // words for the log
}

void TestSettings::templateErrorsNameThePlace_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("says");
    QTest::newRow("unknown variable")
        << u"Call {{.Tiem}}"_s << u"Line 1, column 6: there is no variable \u2068.Tiem\u2069."_s;
    QTest::newRow("on the second line") << u"a\nb {{.Tiem}}"_s << u"Line 2, column 3"_s;
    QTest::newRow("never closed") << u"{{.Time"_s << u"“{{” has no “}}”"_s;
    QTest::newRow("condition never ended") << u"{{if .Note}}x"_s << u"has no “{{end}}”"_s;
    QTest::newRow("end without condition") << u"x{{end}}"_s << u"has no “{{if}}”"_s;
}

void TestSettings::templateErrorsNameThePlace()
{
    QFETCH(QString, written);
    QFETCH(QString, says);
    TemplateEditor editor(u"journal.description"_s, TemplateEditor::Size::SeveralLines);
    editor.setPreview(preview);
    editor.setValue(written);
    const auto* problem = editor.findChild<QLabel*>(u"journal.description.problem"_s);
    QVERIFY(!problem->isHidden());
    QVERIFY2(problem->text().contains(says), qPrintable(problem->text()));
}

void TestSettings::brokenTemplateIsNeverWished()
{
    TemplateEditor editor(u"journal.subject"_s, TemplateEditor::Size::OneLine);
    editor.setPreview(preview);
    editor.setValue(u"Call"_s);
    QSignalSpy entered(&editor, &TemplateEditor::entered);
    auto* edit = editor.findChild<QPlainTextEdit*>(u"journal.subject"_s);
    edit->setPlainText(u"Call {{.Time"_s);
    editor.commit();
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(entered.size(), 0);
    edit->setPlainText(u"Call {{.Time}}"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(entered.first().first().toString(), u"Call {{.Time}}"_s);
}

void TestSettings::templateShowsAnExample()
{
    TemplateEditor editor(u"journal.subject"_s, TemplateEditor::Size::OneLine);
    editor.setPreview(preview);
    editor.setValue(u"From {{.Call_From}}"_s);
    const QString shown = editor.findChild<QLabel*>(u"journal.subject.preview"_s)->text();
    QVERIFY2(shown.startsWith("Example: From "_L1) && !shown.contains(u"{{"_s), qPrintable(shown));
}

void TestSettings::variablesAreInsertedWhereOneTypes()
{
    TemplateEditor editor(u"journal.subject"_s, TemplateEditor::Size::OneLine);
    editor.setPreview(preview);
    editor.setValue(u"AB"_s);
    auto* edit = editor.findChild<QPlainTextEdit*>(u"journal.subject"_s);
    auto cursor = edit->textCursor();
    cursor.setPosition(1);
    edit->setTextCursor(cursor);
    auto* menu = editor.findChild<QPushButton*>(u"journal.subject.variables"_s)->menu();
    QVERIFY(menu->actions().size() >= JournalTemplate::variables().size());
    menu->actions().first()->trigger();
    QCOMPARE(editor.value(), QString(u"A{{.%1}}B"_s.arg(JournalTemplate::variables().first())));
}

void TestSettings::wheelDoesNotChangeInPassing()
{
    SettingsWindow window;
    window.setLayers({});
    window.showPage(SettingsWindow::Page::Popup);
    window.show();
    QSignalSpy wishes(&window, &SettingsWindow::settingChanged);
    auto* list = window.findChild<QComboBox*>(u"popup.method"_s);
    QWheelEvent turn(QPointF(5, 5), list->mapToGlobal(QPointF(5, 5)), {}, {0, -120}, Qt::NoButton,
                     Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(list, &turn);
    QCOMPARE(wishes.size(), 0);
    QCOMPARE(list->currentData(), u"automatic"_s);
}

void TestSettings::languagesCanBeChosen()
{
    SettingsWindow window;
    window.setLanguages({u"en"_s, u"de"_s});
    window.setLayers({.user = {{u"ui.language"_s, u"de"_s}}});
    auto* list = window.findChild<QComboBox*>(u"ui.language"_s);
    QCOMPARE(list->count(), 3); // and the system's
    QCOMPARE(list->currentText(), u"Deutsch"_s); // as its speakers call it
}

// Regression: the list of pages showed icons alone.
void TestSettings::pagesHaveNames()
{
    SettingsWindow window;
    window.show();
    const auto* pages = window.findChild<QListWidget*>(u"pages"_s);
    QVERIFY(pages->viewport()->width() >= pages->sizeHintForColumn(0));
    for (int row = 0; row < pages->count(); ++row) {
        const QFontMetrics metrics(pages->font());
        QVERIFY(!pages->item(row)->text().isEmpty());
        QVERIFY(pages->visualItemRect(pages->item(row)).width()
                > metrics.horizontalAdvance(pages->item(row)->text()) + pages->iconSize().width());
    }
}

QTEST_MAIN(TestSettings)
#include "tst_settingswindow.moc"
