// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/addcontactdialog.h"
#include "ui/dialogs/field.h"
#include "ui/dialogs/notice.h"
#include "ui/text/plaintext.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace companion;
using namespace Qt::StringLiterals;

namespace {

const QString number = u"+14155550199"_s;

QLineEdit* line(const AddContactDialog& dialog, const QString& name)
{
    return dialog.findChild<QLineEdit*>(name);
}

QPushButton* button(const AddContactDialog& dialog, const QString& name)
{
    return dialog.findChild<QPushButton*>(name);
}

//! The error that stands at the input called \p name.
QString errorAt(const AddContactDialog& dialog, const QString& name)
{
    for (const auto* widget = dialog.findChild<QWidget*>(name); widget;
         widget = widget->parentWidget())
        if (const auto* field = qobject_cast<const Field*>(widget))
            return field->error();
    return u"no such field"_s;
}

QList<CrmField> described()
{
    return {{.name = u"LastName"_s, .label = u"Last Name"_s, .isRequired = true, .length = 80},
            {.name = u"Rating__c"_s,
             .label = u"Rating & Co"_s,
             .kind = CrmField::Kind::Picklist,
             .isRequired = true,
             .values = {u"Hot"_s, u"Cold"_s}},
            {.name = u"Email"_s, .label = u"Email"_s, .kind = CrmField::Kind::Email}};
}

} // namespace

class TestAddContact : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, u"light"_s); }
    void numberIsFilledIn();
    void numberIsWrittenAsOnTheCard();
    void lastNameIsRequired();
    void leadAsksForItsCompany();
    void savesWhatWasTyped();
    void requiredFieldsOfTheOrgAreAsked();
    void choicesAreShownByTheirLabelsTheUsualOneFirst();
    void otherFieldsAppearOnWish();
    void typedTextSurvivesFieldsThatArriveLater();
    void typedTextSurvivesAnotherKind();
    void draftIsKeptForItsNumber();
    void savedDraftIsForgotten();
    void serversMessageStandsAtItsField();
    void messageForAHiddenFieldBringsItUp();
    void messageForSeveralFieldsStandsAtEach();
    void messageWithoutAFieldStandsAbove();
    void nothingTypedIsLostByAnError();
    void cannotBeSavedTwice();
    void duplicatesCanBeOpened();
    void createAnywayOnlyWhereTheRuleAllows();
    void enterSaves();
    void growsToShowWhatItTells();
    void hostileLabelsStayText();
};

void TestAddContact::numberIsFilledIn()
{
    AddContactDialog dialog;
    dialog.startFor(number, u"Contact"_s);
    QCOMPARE(line(dialog, u"Phone"_s)->text(), number);
    QCOMPARE(dialog.object(), u"Contact"_s);
    QVERIFY(dialog.opensAfterSaving());
}

void TestAddContact::numberIsWrittenAsOnTheCard()
{
    AddContactDialog dialog;
    dialog.setLook({.rules = {.region = u"US"_s}});
    dialog.startFor(u"+12025550143"_s, u"Contact"_s);
    const auto labels = dialog.findChildren<QLabel*>();
    const bool isShown = std::any_of(labels.cbegin(), labels.cend(), [](const QLabel* label) {
        return text::plain(label->text()).contains("(202) 555-0143 is not in Salesforce"_L1);
    });
    QVERIFY(isShown);
    QCOMPARE(line(dialog, u"Phone"_s)->text(), u"+12025550143"_s); // and goes out as it came
}

void TestAddContact::lastNameIsRequired()
{
    AddContactDialog dialog;
    dialog.startFor(number, u"Contact"_s);
    QSignalSpy saved(&dialog, &AddContactDialog::saveRequested);
    button(dialog, u"save"_s)->click();
    QCOMPARE(saved.size(), 0);
    QCOMPARE(errorAt(dialog, u"LastName"_s), u"Enter a last name."_s);
    dialog.show();
    QTest::keyClicks(line(dialog, u"LastName"_s), u"B"_s);
    QCOMPARE(errorAt(dialog, u"LastName"_s), QString()); // goes as soon as it is mended
}

void TestAddContact::leadAsksForItsCompany()
{
    AddContactDialog dialog;
    dialog.startFor(number, u"Lead"_s);
    line(dialog, u"LastName"_s)->setText(u"Bergström"_s);
    QSignalSpy saved(&dialog, &AddContactDialog::saveRequested);
    button(dialog, u"save"_s)->click();
    QCOMPARE(saved.size(), 0);
    QVERIFY(!errorAt(dialog, u"Company"_s).isEmpty());
}

void TestAddContact::savesWhatWasTyped()
{
    AddContactDialog dialog;
    dialog.startFor(number, u"Contact"_s);
    line(dialog, u"FirstName"_s)->setText(u" Anna "_s);
    line(dialog, u"LastName"_s)->setText(u"Bergström"_s);
    QSignalSpy saved(&dialog, &AddContactDialog::saveRequested);
    button(dialog, u"save"_s)->click();
    QCOMPARE(saved.size(), 1);
    const auto record = saved.first().first().value<NewRecord>();
    QCOMPARE(record.object, u"Contact"_s);
    QCOMPARE(record.fields.value(u"FirstName"_s), u"Anna"_s);
    QCOMPARE(record.fields.value(u"LastName"_s), u"Bergström"_s);
    QCOMPARE(record.fields.value(u"Phone"_s), number);
    QVERIFY(!record.allowDuplicate);
}

void TestAddContact::requiredFieldsOfTheOrgAreAsked()
{
    AddContactDialog dialog;
    dialog.startFor(number, u"Contact"_s);
    dialog.setFields(u"Contact"_s, described());
    line(dialog, u"LastName"_s)->setText(u"Bergström"_s);
    QSignalSpy saved(&dialog, &AddContactDialog::saveRequested);
    button(dialog, u"save"_s)->click();
    QCOMPARE(saved.size(), 0);
    QCOMPARE(errorAt(dialog, u"Rating__c"_s), u"Choose one."_s);
    dialog.findChild<QComboBox*>(u"Rating__c"_s)->setCurrentIndex(2);
    button(dialog, u"save"_s)->click();
    QCOMPARE(saved.size(), 1);
    QCOMPARE(saved.first().first().value<NewRecord>().fields.value(u"Rating__c"_s), u"Cold"_s);
}

void TestAddContact::choicesAreShownByTheirLabelsTheUsualOneFirst()
{
    AddContactDialog dialog;
    dialog.startFor(number, u"Contact"_s);
    dialog.setFields(u"Contact"_s,
                     {{.name = u"RecordTypeId"_s,
                       .label = u"Record Type"_s,
                       .kind = CrmField::Kind::Picklist,
                       .isRequired = true,
                       .values = {u"012A"_s, u"012B"_s},
                       .labels = {u"Customer"_s, u"Partner"_s},
                       .usual = u"012B"_s},
                      {.name = u"LastName"_s, .label = u"Last Name"_s, .isRequired = true}});
    QCOMPARE(dialog.findChild<QComboBox*>(u"RecordTypeId"_s)->currentText(), u"Partner"_s);
    line(dialog, u"LastName"_s)->setText(u"Bergström"_s);
    QSignalSpy saved(&dialog, &AddContactDialog::saveRequested);
    button(dialog, u"save"_s)->click();
    QCOMPARE(saved.size(), 1);
    QCOMPARE(saved.first().first().value<NewRecord>().fields.value(u"RecordTypeId"_s), u"012B"_s);
}

void TestAddContact::otherFieldsAppearOnWish()
{
    AddContactDialog dialog;
    dialog.startFor(number, u"Contact"_s);
    dialog.setFields(u"Contact"_s, described());
    QVERIFY(!line(dialog, u"Email"_s));
    dialog.findChild<QCheckBox*>(u"showAll"_s)->setChecked(true);
    QVERIFY(line(dialog, u"Email"_s));
}

void TestAddContact::typedTextSurvivesFieldsThatArriveLater()
{
    AddContactDialog dialog;
    dialog.startFor(number, u"Contact"_s);
    line(dialog, u"LastName"_s)->setText(u"half a na"_s);
    dialog.setFields(u"Contact"_s, described());
    QCOMPARE(line(dialog, u"LastName"_s)->text(), u"half a na"_s);
}

void TestAddContact::typedTextSurvivesAnotherKind()
{
    AddContactDialog dialog;
    dialog.startFor(number, u"Lead"_s);
    QSignalSpy changed(&dialog, &AddContactDialog::objectChanged);
    line(dialog, u"Company"_s)->setText(u"Nordwind"_s);
    dialog.findChild<QRadioButton*>(u"contact"_s)->click();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toString(), u"Contact"_s);
    dialog.findChild<QRadioButton*>(u"lead"_s)->click();
    QCOMPARE(line(dialog, u"Company"_s)->text(), u"Nordwind"_s);
}

void TestAddContact::draftIsKeptForItsNumber()
{
    AddContactDialog dialog;
    dialog.startFor(number, u"Contact"_s);
    line(dialog, u"LastName"_s)->setText(u"Bergström"_s);
    dialog.reject();
    dialog.startFor(u"+4930123456"_s, u"Contact"_s);
    QCOMPARE(line(dialog, u"LastName"_s)->text(), QString());
    dialog.startFor(number, u"Contact"_s);
    QCOMPARE(line(dialog, u"LastName"_s)->text(), u"Bergström"_s);
}

void TestAddContact::savedDraftIsForgotten()
{
    AddContactDialog dialog;
    dialog.startFor(number, u"Contact"_s);
    line(dialog, u"LastName"_s)->setText(u"Bergström"_s);
    dialog.accept();
    dialog.startFor(u"1"_s, u"Contact"_s);
    dialog.startFor(number, u"Contact"_s);
    QCOMPARE(line(dialog, u"LastName"_s)->text(), QString());
}

void TestAddContact::serversMessageStandsAtItsField()
{
    AddContactDialog dialog;
    dialog.startFor(number, u"Contact"_s);
    dialog.setBusy(true);
    dialog.showError({.kind = Error::Kind::Rejected,
                      .detail = {},
                      .code = u"FIELD_CUSTOM_VALIDATION_EXCEPTION"_s,
                      .sentence = u"Only <b>local</b> numbers."_s,
                      .fields = {u"phone"_s}}); // Salesforce is not strict about the case
    QCOMPARE(errorAt(dialog, u"Phone"_s), u"Only <b>local</b> numbers."_s);
    QVERIFY(button(dialog, u"save"_s)->isEnabled());
}

void TestAddContact::messageForAHiddenFieldBringsItUp()
{
    AddContactDialog dialog;
    dialog.startFor(number, u"Contact"_s);
    dialog.setFields(u"Contact"_s, described());
    dialog.showError({.kind = Error::Kind::Rejected,
                      .detail = {},
                      .code = u"INVALID_EMAIL_ADDRESS"_s,
                      .sentence = u"Email: invalid email address: x"_s,
                      .fields = {u"Email"_s}});
    QCOMPARE(errorAt(dialog, u"Email"_s), u"Email: invalid email address: x"_s);
}

void TestAddContact::messageForSeveralFieldsStandsAtEach()
{
    // Regression: bringing up the second hidden field took the sentence away from the first.
    AddContactDialog dialog;
    dialog.startFor(number, u"Contact"_s);
    auto fields = described();
    fields.append({.name = u"Title"_s, .label = u"Title"_s});
    dialog.setFields(u"Contact"_s, fields);
    dialog.showError({.kind = Error::Kind::Rejected,
                      .detail = {},
                      .code = u"FIELD_INTEGRITY_EXCEPTION"_s,
                      .sentence = u"Enter both."_s,
                      .fields = {u"Email"_s, u"Title"_s}});
    QCOMPARE(errorAt(dialog, u"Email"_s), u"Enter both."_s);
    QCOMPARE(errorAt(dialog, u"Title"_s), u"Enter both."_s);
}

void TestAddContact::messageWithoutAFieldStandsAbove()
{
    AddContactDialog dialog;
    dialog.startFor(number, u"Contact"_s);
    dialog.show();
    dialog.showError({.kind = Error::Kind::Offline, .detail = {}});
    const auto* notice = dialog.findChild<Notice*>(u"problem"_s);
    QVERIFY(notice->isVisible());
    QVERIFY(!notice->text().isEmpty());
    line(dialog, u"LastName"_s)->setText(u"B"_s);
    button(dialog, u"save"_s)->click();
    QVERIFY(!notice->isVisible()); // a new attempt
}

void TestAddContact::nothingTypedIsLostByAnError()
{
    AddContactDialog dialog;
    dialog.startFor(number, u"Contact"_s);
    line(dialog, u"FirstName"_s)->setText(u"Anna"_s);
    line(dialog, u"LastName"_s)->setText(u"Bergström"_s);
    const auto before = dialog.draft();
    dialog.setBusy(true);
    dialog.showError({.kind = Error::Kind::Timeout, .detail = {}});
    QCOMPARE(dialog.draft(), before);
}

void TestAddContact::cannotBeSavedTwice()
{
    AddContactDialog dialog;
    dialog.startFor(number, u"Contact"_s);
    line(dialog, u"LastName"_s)->setText(u"Bergström"_s);
    QSignalSpy saved(&dialog, &AddContactDialog::saveRequested);
    dialog.setBusy(true);
    button(dialog, u"save"_s)->click();
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(saved.size(), 0);
}

void TestAddContact::duplicatesCanBeOpened()
{
    AddContactDialog dialog;
    dialog.startFor(number, u"Contact"_s);
    line(dialog, u"LastName"_s)->setText(u"Bergström"_s);
    dialog.show();
    dialog.showDuplicates({.created = {},
                           .duplicates = {{.record = {u"Contact"_s, u"003A"_s}, .name = u"A"_s},
                                          {.record = {u"Lead"_s, u"00QB"_s}, .name = u"B"_s}},
                           .mayCreateAnyway = true});
    QSignalSpy opened(&dialog, &AddContactDialog::openExistingRequested);
    dialog.findChild<QListWidget*>(u"duplicateList"_s)->setCurrentRow(1);
    button(dialog, u"openExisting"_s)->click();
    QCOMPARE(opened.first().first().value<RecordId>(), (RecordId{u"Lead"_s, u"00QB"_s}));
    QSignalSpy saved(&dialog, &AddContactDialog::saveRequested);
    button(dialog, u"createAnyway"_s)->click();
    QVERIFY(saved.first().first().value<NewRecord>().allowDuplicate);
}

void TestAddContact::createAnywayOnlyWhereTheRuleAllows()
{
    AddContactDialog dialog;
    dialog.startFor(number, u"Contact"_s);
    dialog.show();
    dialog.showDuplicates(
        {.created = {}, .duplicates = {{.record = {u"Contact"_s, u"003A"_s}, .name = u"A"_s}}});
    QVERIFY(!button(dialog, u"createAnyway"_s)->isVisible());
    QVERIFY(button(dialog, u"openExisting"_s)->isVisible());
}

void TestAddContact::enterSaves()
{
    AddContactDialog dialog;
    dialog.startFor(number, u"Contact"_s);
    dialog.show();
    line(dialog, u"LastName"_s)->setText(u"Bergström"_s);
    QSignalSpy saved(&dialog, &AddContactDialog::saveRequested);
    QTest::keyClick(line(dialog, u"LastName"_s), Qt::Key_Return);
    QCOMPARE(saved.size(), 1);
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
}

// Regression: the notice stood over the fields.
void TestAddContact::growsToShowWhatItTells()
{
    AddContactDialog dialog;
    dialog.startFor(number, u"Contact"_s);
    dialog.show();
    const int before = dialog.height();
    dialog.showError({.kind = Error::Kind::Offline, .detail = {}});
    QVERIFY(dialog.height() > before);
    const auto* phone = line(dialog, u"Phone"_s);
    const auto* openAfter = dialog.findChild<QCheckBox*>(u"openAfterSaving"_s);
    QCoreApplication::processEvents();
    QVERIFY(phone->mapTo(&dialog, phone->rect().bottomLeft()).y() < openAfter->y());
}

void TestAddContact::hostileLabelsStayText()
{
    AddContactDialog dialog;
    dialog.startFor(number, u"Contact"_s);
    auto fields = described();
    fields[1].label = u"<b>A</b> & B\n"_s + QString(500, u'x');
    dialog.setFields(u"Contact"_s, fields);
    const QString name = dialog.findChild<QComboBox*>(u"Rating__c"_s)->accessibleName();
    QVERIFY2(name.startsWith("<b>A</b> & B "_L1), qPrintable(name));
    QVERIFY(name.size() < 120);
}

QTEST_MAIN(TestAddContact)
#include "tst_addcontact.moc"
