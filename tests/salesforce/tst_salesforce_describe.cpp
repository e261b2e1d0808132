// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/salesforce/describe.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace companion;
using namespace companion::salesforce;
using namespace Qt::StringLiterals;

namespace {

QJsonObject field(const QString& name, const QString& type, bool isRequired,
                  const QJsonArray& choices = {})
{
    return {{u"name"_s, name},
            {u"type"_s, type},
            {u"label"_s, QString(name + " ID"_L1)},
            {u"createable"_s, true},
            {u"nillable"_s, !isRequired},
            {u"defaultedOnCreate"_s, false},
            {u"picklistValues"_s, choices}};
}

QJsonObject recordType(const QString& id, const QString& name, bool isDefault = false,
                       bool isAvailable = true)
{
    return {{u"recordTypeId"_s, id},
            {u"name"_s, name},
            {u"active"_s, true},
            {u"available"_s, isAvailable},
            {u"master"_s, name == "Master"_L1},
            {u"defaultRecordTypeMapping"_s, isDefault}};
}

//! What is asked for a new record with these record types, and RecordTypeId writable or not.
QList<CrmField> offered(const QJsonArray& types, bool isWritable = true)
{
    auto id = field(u"RecordTypeId"_s, u"reference"_s, false);
    id[u"createable"_s] = isWritable;
    return shapeOf(u"Contact"_s,
                   {{u"name"_s, u"Contact"_s},
                    {u"fields"_s, QJsonArray{id, field(u"LastName"_s, u"string"_s, true)}},
                    {u"recordTypeInfos"_s, types}})
        .offered;
}

} // namespace

class TestDescribe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordTypeIsAskedFirstWhereThereAreSeveral();
    void recordTypeIsNotAskedWhereThereIsNoChoice_data();
    void recordTypeIsNotAskedWhereThereIsNoChoice();
    void choicesAreReadAsPeopleReadThem();
    void parentsNameIsAskedForWhereTheReferenceIsDescribed_data();
    void parentsNameIsAskedForWhereTheReferenceIsDescribed();
};

void TestDescribe::recordTypeIsAskedFirstWhereThereAreSeveral()
{
    const auto fields = offered(
        {recordType(u"012A"_s, u"Customer"_s), recordType(u"012B"_s, u"Partner"_s, true),
         recordType(u"012C"_s, u"Secret"_s, false, false), recordType(u"012M"_s, u"Master"_s)});
    QCOMPARE(fields.size(), 2);
    QCOMPARE(fields.first().name, u"RecordTypeId"_s);
    QCOMPARE(fields.first().label, u"RecordTypeId"_s);
    QCOMPARE(fields.first().kind, CrmField::Kind::Picklist);
    QCOMPARE(fields.first().values, (QStringList{u"012A"_s, u"012B"_s}));
    QCOMPARE(fields.first().labels, (QStringList{u"Customer"_s, u"Partner"_s}));
    QCOMPARE(fields.first().usual, u"012B"_s);
    QVERIFY(fields.first().isRequired);
}

void TestDescribe::recordTypeIsNotAskedWhereThereIsNoChoice_data()
{
    QTest::addColumn<QJsonArray>("types");
    QTest::addColumn<bool>("isWritable");
    QTest::newRow("none but the master")
        << QJsonArray{recordType(u"012M"_s, u"Master"_s, true)} << true;
    QTest::newRow("one") << QJsonArray{recordType(u"012A"_s, u"Customer"_s, true),
                                       recordType(u"012M"_s, u"Master"_s)}
                         << true;
    QTest::newRow("may not be written")
        << QJsonArray{recordType(u"012A"_s, u"Customer"_s), recordType(u"012B"_s, u"Partner"_s)}
        << false;
    QTest::newRow("not told") << QJsonArray{} << true;
}

void TestDescribe::recordTypeIsNotAskedWhereThereIsNoChoice()
{
    QFETCH(QJsonArray, types);
    QFETCH(bool, isWritable);
    const auto fields = offered(types, isWritable);
    QCOMPARE(fields.size(), 1);
    QCOMPARE(fields.first().name, u"LastName"_s);
}

void TestDescribe::parentsNameIsAskedForWhereTheReferenceIsDescribed_data()
{
    QTest::addColumn<QString>("object");
    QTest::addColumn<QJsonObject>("reference");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<bool>("isAsked");
    const auto named = [](const QString& name, const QJsonValue& relationship) {
        return QJsonObject{
            {u"name"_s, name}, {u"type"_s, u"reference"_s}, {u"relationshipName"_s, relationship}};
    };
    const auto unnamed = [](const QString& name) {
        return QJsonObject{{u"name"_s, name}, {u"type"_s, u"reference"_s}};
    };
    const QString account = u"Account.Name"_s;
    QTest::newRow("named") << u"Contact"_s << named(u"AccountId"_s, u"Account"_s) << account
                           << true;
    QTest::newRow("without a name")
        << u"Contact"_s << named(u"AccountId"_s, QJsonValue::Null) << account << false;
    // Regression: a describe that says nothing of the name lost the account of everybody.
    QTest::newRow("nothing said of the account's")
        << u"Contact"_s << unnamed(u"AccountId"_s) << account << true;
    QTest::newRow("nothing said of the owner's")
        << u"Account"_s << unnamed(u"OwnerId"_s) << u"Owner.Name"_s << true;
    QTest::newRow("nothing said of the converted contact's")
        << u"Lead"_s << unnamed(u"ConvertedContactId"_s) << u"ConvertedContact.Name"_s << true;
    QTest::newRow("of another field") << u"Contact"_s << unnamed(u"OwnerId"_s) << account << false;
}

void TestDescribe::parentsNameIsAskedForWhereTheReferenceIsDescribed()
{
    QFETCH(const QString, object);
    QFETCH(const QJsonObject, reference);
    QFETCH(const QString, asked);
    QFETCH(const bool, isAsked);
    const auto shape = shapeOf(object, {{u"fields"_s, QJsonArray{reference}}});
    QCOMPARE(shape.shownFields.contains(asked), isAsked);
}

void TestDescribe::choicesAreReadAsPeopleReadThem()
{
    const auto choice = [](const QString& value, const QString& label, bool isDefault,
                           bool isActive = true) {
        return QJsonObject{{u"value"_s, value},
                           {u"label"_s, label},
                           {u"defaultValue"_s, isDefault},
                           {u"active"_s, isActive}};
    };
    const auto fields = shapeOf(u"Lead"_s,
                                {{u"name"_s, u"Lead"_s},
                                 {u"fields"_s,
                                  QJsonArray{field(u"Rating__c"_s, u"picklist"_s, true,
                                                   {choice(u"H"_s, u"Heiß"_s, false),
                                                    choice(u"X"_s, u"Alt"_s, true, false),
                                                    choice(u"C"_s, u"Kalt"_s, true)})}}})
                            .offered;
    QCOMPARE(fields.size(), 1);
    QCOMPARE(fields.first().values, (QStringList{u"H"_s, u"C"_s}));
    QCOMPARE(fields.first().labels, (QStringList{u"Heiß"_s, u"Kalt"_s}));
    QCOMPARE(fields.first().usual, u"C"_s);
}

QTEST_GUILESS_MAIN(TestDescribe)
#include "tst_salesforce_describe.moc"
