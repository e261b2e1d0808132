// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Contact synchronisation into the PBX's phonebooks, over real sockets.
#include "tests/pbx/cloudone/sandboxlink.h"

using namespace companion;
using namespace companion::pbx::cloudone::test;
using namespace Qt::StringLiterals;

namespace {

const PbxContact kMaria{.name = u"Maria González"_s,
                        .company = u"Golden Gate Logistics"_s,
                        .email = u"maria@goldengate.example"_s,
                        .numbers = {u"(415) 555-1212"_s, u"+1 415 555 0177 x12"_s},
                        .remark = u"CRM: Salesforce Contact 0035g0000000002AAA"_s};

} // namespace

class TestCloudOneContacts : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SandboxLink> m_link;

    template <typename T>
    static Result<T> outcome(const QFuture<Result<T>>& future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }) || future.resultCount() != 1)
            return Error{Error::Kind::Timeout, u"no answer"_s};
        return future.result();
    }

    Result<PbxPhonebook> open(const QString& name = u"Salesforce_CRM_Synchronization"_s)
    {
        return outcome(m_link->session->openPhonebook(name));
    }

    Result<QString> save(const PbxPhonebook& phonebook, const PbxContact& contact)
    {
        return outcome(m_link->session->saveContact(phonebook.id, contact));
    }

    //! As the PBX has it.
    QJsonArray contactsOf(const PbxPhonebook& phonebook)
    {
        sandbox::HttpRequest request;
        request.method = "GET";
        request.path = u"/control/pbx/state"_s;
        const auto state = QJsonDocument::fromJson(m_link->pbx->control(request).body);
        const auto books = state["phonebooks"_L1].toArray();
        for (const auto& book : books)
            if (book["id"_L1].toInt() == phonebook.id.toInt())
                return book["contacts_list"_L1].toArray();
        return {};
    }

private Q_SLOTS:
    void init()
    {
        m_link = std::make_unique<SandboxLink>();
        QVERIFY(m_link->connectSession());
    }

    void phonebookIsMadeWhereThereIsNone()
    {
        const auto made = open();
        QVERIFY2(made, qPrintable(made ? QString() : made.error().detail));
        QVERIFY(made->isNew);
        const auto again = open();
        QVERIFY(again && !again->isNew);
        QCOMPARE(again->id, made->id);
        QCOMPARE(again->contacts, 0);
    }

    void phonebookOfEverybodyIsToldApart()
    {
        const auto all = open(u"Default_All_Contacts"_s);
        QVERIFY(all && all->holdsEverybody && !all->isNew);
    }

    void contactIsWrittenAsThePbxHasItsOwn()
    {
        const auto phonebook = open();
        QVERIFY(phonebook);
        const auto id = save(*phonebook, kMaria);
        QVERIFY2(id, qPrintable(id ? QString() : id.error().detail));
        const QJsonValue contact = contactsOf(*phonebook)[0];
        QCOMPARE(QString::number(contact["id"_L1].toInt()), *id);
        QCOMPARE(contact["contact_name"_L1].toString(), kMaria.name);
        QCOMPARE(contact["company"_L1].toString(), kMaria.company);
        QCOMPARE(contact["email"_L1].toString(), kMaria.email);
        QCOMPARE(contact["business"_L1].toString(), u"4155551212"_s);
        QCOMPARE(contact["mobile"_L1].toString(), u"+14155550177"_s);
        QCOMPARE(contact["remark"_L1].toString(), kMaria.remark);
        const auto again = open();
        QVERIFY(again);
        QCOMPARE(again->contacts, 1);
        QCOMPARE(again->byRemark.value(kMaria.remark), *id);
    }

    void changeReplacesTheContact()
    {
        const auto phonebook = open();
        auto contact = kMaria;
        contact.id = save(*phonebook, contact).value();
        contact.name = u"Maria Smith"_s;
        contact.numbers = {u"+14155550177"_s};
        QCOMPARE(save(*phonebook, contact).value(), contact.id);
        const auto kept = contactsOf(*phonebook);
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept[0]["contact_name"_L1].toString(), contact.name);
        QCOMPARE(kept[0]["business"_L1].toString(), u"+14155550177"_s);
        QCOMPARE(kept[0]["mobile"_L1].toString(), QString());
    }

    void contactIsRemoved()
    {
        const auto phonebook = open();
        const auto id = save(*phonebook, kMaria).value();
        QVERIFY(outcome(m_link->session->removeContact(id)));
        QVERIFY(contactsOf(*phonebook).isEmpty());
        QCOMPARE(outcome(m_link->session->removeContact(id)).error().kind, Error::Kind::NotFound);
        auto gone = kMaria;
        gone.id = id;
        QCOMPARE(save(*phonebook, gone).error().kind, Error::Kind::NotFound);
    }

    void nameAndNumberAreNeeded_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("number");
        QTest::newRow("no number") << u"Maria"_s << QString();
        QTest::newRow("not a number") << u"Maria"_s << u"call the office"_s;
        QTest::newRow("no name") << QString() << u"4155551212"_s;
    }

    void nameAndNumberAreNeeded()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, number);
        const auto saved = save(open().value(), {.name = name, .numbers = {number}});
        QCOMPARE(saved.error().kind, Error::Kind::Rejected);
    }
};

QTEST_GUILESS_MAIN(TestCloudOneContacts)
#include "tst_cloudone_contacts.moc"
