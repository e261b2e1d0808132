// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/salesforce/orgpeople.h"

#include <QHash>

namespace companion::sandbox {
using namespace Qt::StringLiterals;

namespace {

    struct SeedAccount
    {
        QString name;
        QString phone;
        QString country;
        QString fax;
    };

    struct SeedPerson
    {
        QString first{};
        QString last{};
        QString company{};
        QString title{};
        QString phone{};
        QString mobile{};
        QString home{};
        QString other{};
        QString direct{};
        QString assistant{};
        bool doNotCall = false;
    };

    // The numbers come from ranges kept for fiction where a country has one; the spellings are what
    // people type.
    QList<SeedAccount> accounts()
    {
        return {
            {u"Northwind Traders"_s, u"+1 206 555 0100"_s, u"USA"_s, u"+1 206 555 0199"_s},
            {u"Golden Gate Logistics"_s, u"(415) 555-1000"_s, u"USA"_s, u"(415) 555-1099"_s},
            {u"Maple Leaf Foods Supply"_s, u"1-416-555-0142"_s, u"Canada"_s, {}},
            {u"Thames & Sons Ltd"_s, u"020 7946 0100"_s, u"United Kingdom"_s, u"020 7946 0199"_s},
            {u"Highland Shipping plc"_s, u"+44 (0)131 496 0200"_s, u"United Kingdom"_s, {}},
            {u"Müller Maschinenbau GmbH"_s, u"+49 (0)30 23125-0"_s, u"Germany"_s,
             u"+49 (0)30 23125-99"_s},
            {u"Isar Software AG"_s, u"089/99998-100"_s, u"Germany"_s, {}},
            {u"Boulangerie Lefèvre"_s, u"01 99 00 10 20"_s, u"France"_s, {}},
            {u"Van Dijk Transport B.V."_s, u"020-555 01 00"_s, u"Netherlands"_s, {}},
            {u"Gulf Horizon Trading LLC"_s, u"+971 4 555 0100"_s, u"United Arab Emirates"_s, {}},
            {u"Lotus Components Pvt. Ltd."_s, u"+91-80-5550-0100"_s, u"India"_s, {}},
            {u"Café Aurora do Brasil"_s, u"+55 (11) 5550-0100"_s, u"Brazil"_s, {}},
            {u"Sakura Denki K.K."_s, u"03-5550-0100"_s, u"Japan"_s, {}},
            {u"Southern Cross Mining"_s, u"(02) 5550 0100"_s, u"Australia"_s, {}},
            {u"Alpenblick Hotels AG"_s, u"044 555 01 00"_s, u"Switzerland"_s, {}},
        };
    }

    QList<SeedPerson> americanContacts()
    {
        const QString northwind = u"Northwind Traders"_s;
        const QString gate = u"Golden Gate Logistics"_s;
        return {
            {.first = u"Leo"_s,
             .last = u"Ball"_s,
             .company = northwind,
             .title = u"Purchasing"_s,
             .phone = u"5503301"_s},
            {.first = u"Maria"_s,
             .last = u"González"_s,
             .company = gate,
             .title = u"Head of Dispatch"_s,
             .phone = u"(415) 555-1212"_s,
             .mobile = u"+14155550177"_s},
            {.first = u"Robert"_s,
             .last = u"O'Brien"_s,
             .company = gate,
             .title = u"Warehouse Lead"_s,
             .phone = u"415.555.1300"_s},
            {.first = u"Aisha"_s,
             .last = u"Williams"_s,
             .company = gate,
             .title = u"Controller"_s,
             .phone = u"415-555-1301"_s,
             .home = u"(650) 555-0111"_s},
            {.first = u"Grace"_s,
             .last = u"Park"_s,
             .company = northwind,
             .title = u"Sales"_s,
             .phone = u"+12065550101"_s},
            {.first = u"Daniel"_s,
             .last = u"Smith"_s,
             .company = northwind,
             .title = u"IT"_s,
             .phone = u"+1 206 555 0100 x123"_s},
            {.first = u"Emily"_s,
             .last = u"Clark"_s,
             .company = northwind,
             .title = u"Reception"_s,
             .phone = u"+1 206 555 0100"_s},
            {.first = u"Henry"_s,
             .last = u"Clark"_s,
             .company = northwind,
             .title = u"Facilities"_s,
             .phone = u"+1 206 555 0100"_s},
            {.first = u"Sofia"_s,
             .last = u"Nguyen"_s,
             .company = gate,
             .title = u"Legal"_s,
             .phone = u"(415) 555-1000 ext. 42"_s,
             .assistant = u"(415) 555-1043"_s},
            {.first = u"Noah"_s,
             .last = u"Tremblay"_s,
             .company = u"Maple Leaf Foods Supply"_s,
             .title = u"Buyer"_s,
             .phone = u"1 (416) 555-0143"_s,
             .mobile = u"4165550144"_s},
            {.first = u"Chloe"_s,
             .last = u"Martin"_s,
             .company = u"Maple Leaf Foods Supply"_s,
             .title = u"Owner"_s,
             .phone = u"+1-416-555-0145"_s,
             .doNotCall = true},
            {.first = u"Victor"_s,
             .last = u"Reyes"_s,
             .company = gate,
             .title = u"Driver"_s,
             .direct = u"(415) 555-1377"_s},
            {.first = u"Hannah"_s,
             .last = u"Lee-Jones"_s,
             .company = northwind,
             .title = u"Marketing"_s,
             .phone = u"206/555-0108"_s,
             .other = u"001 206 555 0109"_s},
        };
    }

    QList<SeedPerson> europeanContacts()
    {
        const QString thames = u"Thames & Sons Ltd"_s;
        const QString mueller = u"Müller Maschinenbau GmbH"_s;
        return {
            {.first = u"Oliver"_s,
             .last = u"Bennett"_s,
             .company = thames,
             .title = u"Director"_s,
             .phone = u"020 7946 0101"_s,
             .mobile = u"07700 900123"_s},
            {.first = u"Charlotte"_s,
             .last = u"Hughes"_s,
             .company = thames,
             .title = u"Accounts"_s,
             .phone = u"+44 20 7946 0102"_s},
            {.first = u"Callum"_s,
             .last = u"MacLeod"_s,
             .company = u"Highland Shipping plc"_s,
             .title = u"Port Agent"_s,
             .phone = u"0044 131 496 0201"_s,
             .mobile = u"+447700900456"_s},
            {.first = u"Isla"_s,
             .last = u"Fraser"_s,
             .company = u"Highland Shipping plc"_s,
             .title = u"Crew Manager"_s,
             .phone = u"(0131) 496 0202"_s},
            {.first = u"Jürgen"_s,
             .last = u"Müller"_s,
             .company = mueller,
             .title = u"Geschäftsführer"_s,
             .phone = u"+49 (0)30 23125-101"_s,
             .mobile = u"0171 3920011"_s},
            {.first = u"Sabine"_s,
             .last = u"Weiß"_s,
             .company = mueller,
             .title = u"Einkauf"_s,
             .phone = u"030/23125-102"_s},
            {.first = u"Thomas"_s,
             .last = u"Schröder"_s,
             .company = mueller,
             .title = u"Service"_s,
             .phone = u"0049 30 23125103"_s,
             .home = u"+493023125200"_s},
            {.first = u"Anna"_s,
             .last = u"Huber"_s,
             .company = u"Isar Software AG"_s,
             .title = u"Entwicklung"_s,
             .phone = u"089 99998 101"_s,
             .mobile = u"+49 152 28817386"_s},
            {.first = u"Camille"_s,
             .last = u"Lefèvre"_s,
             .company = u"Boulangerie Lefèvre"_s,
             .title = u"Gérante"_s,
             .phone = u"01.99.00.10.21"_s,
             .mobile = u"06 39 98 10 22"_s},
            {.first = u"Étienne"_s,
             .last = u"Dubois"_s,
             .company = u"Boulangerie Lefèvre"_s,
             .title = u"Comptable"_s,
             .phone = u"+33 (0)1 99 00 10 23"_s},
            {.first = u"Pieter"_s,
             .last = u"van Dijk"_s,
             .company = u"Van Dijk Transport B.V."_s,
             .title = u"Directeur"_s,
             .phone = u"020-555 01 01"_s,
             .mobile = u"06-55501002"_s},
            {.first = u"Sanne"_s,
             .last = u"de Vries"_s,
             .company = u"Van Dijk Transport B.V."_s,
             .title = u"Planning"_s,
             .phone = u"+31 20 555 0103"_s},
            {.first = u"Reto"_s,
             .last = u"Zürcher"_s,
             .company = u"Alpenblick Hotels AG"_s,
             .title = u"Empfang"_s,
             .phone = u"+41 44 555 01 01"_s,
             .mobile = u"079 555 01 02"_s},
            {.first = u"Giulia"_s,
             .last = u"Rossi"_s,
             .company = {},
             .title = u"Consulente"_s,
             .phone = u"+39 06 5550 0101"_s},
            {.first = u"Łukasz"_s,
             .last = u"Wójcik"_s,
             .company = {},
             .title = u"Freelancer"_s,
             .mobile = u"+48 555 010 203"_s},
        };
    }

    QList<SeedPerson> furtherContacts()
    {
        const QString gulf = u"Gulf Horizon Trading LLC"_s;
        return {
            {.first = u"Omar"_s,
             .last = u"Al Mansoori"_s,
             .company = gulf,
             .title = u"Managing Partner"_s,
             .phone = u"04 555 0101"_s,
             .mobile = u"+971 50 555 0102"_s},
            {.first = u"Fatima"_s,
             .last = u"Haddad"_s,
             .company = gulf,
             .title = u"Logistics"_s,
             .mobile = u"0505550103"_s},
            {.first = u"Priya"_s,
             .last = u"Sharma"_s,
             .company = u"Lotus Components Pvt. Ltd."_s,
             .title = u"Procurement"_s,
             .phone = u"080 5550 0101"_s,
             .mobile = u"+91 98765 43210"_s},
            {.first = u"Arjun"_s,
             .last = u"Rao"_s,
             .company = u"Lotus Components Pvt. Ltd."_s,
             .title = u"QA"_s,
             .mobile = u"09876543211"_s},
            {.first = u"João"_s,
             .last = u"da Silva"_s,
             .company = u"Café Aurora do Brasil"_s,
             .title = u"Comprador"_s,
             .phone = u"(11) 5550-0101"_s,
             .mobile = u"(11) 95550-0102"_s},
            {.first = u"Beatriz"_s,
             .last = u"Costa"_s,
             .company = u"Café Aurora do Brasil"_s,
             .title = u"Diretora"_s,
             .mobile = u"+55 11 95550 0103"_s},
            {.first = u"太郎"_s,
             .last = u"山田"_s,
             .company = u"Sakura Denki K.K."_s,
             .title = u"部長"_s,
             .phone = u"０３-５５５０-０１０１"_s,
             .mobile = u"090-5550-0102"_s},
            {.first = u"Yuki"_s,
             .last = u"Tanaka"_s,
             .company = u"Sakura Denki K.K."_s,
             .title = u"Sales"_s,
             .phone = u"+81 (0)3-5550-0103"_s},
            {.first = u"Jack"_s,
             .last = u"Thompson"_s,
             .company = u"Southern Cross Mining"_s,
             .title = u"Site Manager"_s,
             .phone = u"(02) 5550 0101"_s,
             .mobile = u"0491 570 156"_s},
            {.first = u"Mia"_s,
             .last = u"Wilson"_s,
             .company = u"Southern Cross Mining"_s,
             .title = u"HR"_s,
             .phone = u"+61 2 5550 0102"_s,
             .doNotCall = true},
            {.first = u"Lerato"_s,
             .last = u"Dlamini"_s,
             .company = {},
             .title = u"Agent"_s,
             .phone = u"+27 (0)11 555 0101"_s},
            {.first = u"Carlos"_s,
             .last = u"Hernández"_s,
             .company = {},
             .title = u"Comprador"_s,
             .phone = u"+52 55 5550 0101"_s},
            {.first = u"Same"_s,
             .last = u"Number"_s,
             .company = {},
             .title = u"Also a lead"_s,
             .phone = u"+1 (628) 555-0120"_s},
        };
    }

    QList<SeedPerson> leads()
    {
        return {
            {.first = u"Ann"_s,
             .last = u"Lee"_s,
             .company = u"Bright Future Media"_s,
             .title = u"Producer"_s,
             .phone = u"4155550190"_s,
             .mobile = u"+1 (415) 555-0191"_s},
            {.first = u"Same"_s,
             .last = u"Number"_s,
             .company = u"Number & Partners"_s,
             .title = u"Also a contact"_s,
             .phone = u"6285550120"_s},
            {.first = u"Peter"_s,
             .last = u"Novak"_s,
             .company = u"Novak Dachbau"_s,
             .title = u"Inhaber"_s,
             .mobile = u"0171/39200-22"_s},
            {.first = u"Julia"_s,
             .last = u"Becker"_s,
             .company = u"Becker & Co. KG"_s,
             .title = u"Marketing"_s,
             .phone = u"+49 89 99998-300"_s},
            {.first = u"George"_s,
             .last = u"Papadopoulos"_s,
             .company = u"Aegean Yachts"_s,
             .title = u"Captain"_s,
             .phone = u"+30 210 555 0101"_s},
            {.first = u"Lucy"_s,
             .last = u"Evans"_s,
             .company = u"Evans Interiors"_s,
             .title = u"Designer"_s,
             .phone = u"01632 960101"_s,
             .mobile = u"+44 7700 900789"_s},
            {.first = u"Marc"_s,
             .last = u"Petit"_s,
             .company = u"Petit Frères"_s,
             .title = u"Gérant"_s,
             .phone = u"0199001100"_s},
            {.first = u"Nadia"_s,
             .last = u"Rahman"_s,
             .company = u"Creek Real Estate"_s,
             .title = u"Broker"_s,
             .mobile = u"00971 55 555 0104"_s},
            {.first = u"Vikram"_s,
             .last = u"Patel"_s,
             .company = u"Patel Exports"_s,
             .title = u"Owner"_s,
             .mobile = u"98765-43212"_s},
            {.first = u"Kenji"_s,
             .last = u"Sato"_s,
             .company = u"Sato Kogyo"_s,
             .title = u"課長"_s,
             .phone = u"06-5550-0104"_s},
            {.first = u"Ingrid"_s,
             .last = u"Larsen"_s,
             .company = u"Fjord Seafood"_s,
             .title = u"Export"_s,
             .phone = u"+47 55 50 01 01"_s},
            {.first = u"Tom"_s,
             .last = u"Baker"_s,
             .company = u"Baker Bikes"_s,
             .title = u"Owner"_s,
             .phone = u"1-800-555-0125"_s,
             .doNotCall = true},
            {.first = u"Rachel"_s,
             .last = u"Green"_s,
             .company = u"Green Events"_s,
             .title = u"Planner"_s,
             .phone = u"(212) 555-0126, ext 7"_s},
            {.first = u"Unknown"_s,
             .last = u"-5550142"_s,
             .company = u"5550142"_s,
             .phone = u"5550142"_s},
        };
    }

    QString addressOf(const SeedPerson& person)
    {
        QString name = QString(person.first + u'.' + person.last)
                           .toLower()
                           .normalized(QString::NormalizationForm_KD);
        QString plain;
        for (const QChar c : name) {
            if ((c.unicode() < 0x80 && c.isLetterOrNumber()) || c == u'.')
                plain.append(c);
        }
        return plain.size() > 2 ? QString(plain + u"@customer.example"_s) : QString();
    }

    //! Puts rows into the store as if they had been made over the last year.
    class Filler
    {
    public:
        explicit Filler(OrgState& state) : m_state(state), m_clock(state.now().addDays(-400)) {}

        QString add(const QString& object, QJsonObject values)
        {
            m_clock = m_clock.addSecs(60LL * 60 * 19);
            for (auto it = values.begin(); it != values.end();) {
                if (it.value().isString() && it.value().toString().isEmpty())
                    it = values.erase(it);
                else
                    ++it;
            }
            const ObjectDescription* description = m_state.schema.object(object);
            for (const auto& field : description->fields) {
                if (!values.contains(field.name) && !field.defaultValue.isUndefined()
                    && !field.defaultValue.isNull())
                    values.insert(field.name, field.defaultValue);
            }
            if (!values.contains("OwnerId"_L1))
                values.insert(u"OwnerId"_s, m_state.userId);
            return m_state.store.insert(object, description->keyPrefix, values, m_clock,
                                        m_state.userId);
        }

        QString addContact(const SeedPerson& person, const QString& accountId)
        {
            QJsonObject values = common(person);
            values.insert(u"AccountId"_s, accountId);
            values.insert(u"HomePhone"_s, person.home);
            values.insert(u"OtherPhone"_s, person.other);
            values.insert(u"Direct_Line__c"_s, person.direct);
            values.insert(u"AssistantPhone"_s, person.assistant);
            return add(u"Contact"_s, values);
        }

        QString addLead(const SeedPerson& person)
        {
            QJsonObject values = common(person);
            values.insert(u"Company"_s, person.company);
            values.insert(u"LeadSource"_s, u"Web"_s);
            values.insert(u"RecordTypeId"_s, u"0125g000000CustAA0"_s);
            return add(u"Lead"_s, values);
        }

    private:
        static QJsonObject common(const SeedPerson& person)
        {
            return {{u"FirstName"_s, person.first},
                    {u"LastName"_s, person.last},
                    {u"Name"_s, QString(person.first + u' ' + person.last)},
                    {u"Title"_s, person.title},
                    {u"Phone"_s, person.phone},
                    {u"MobilePhone"_s, person.mobile},
                    {u"Email"_s, addressOf(person)},
                    {u"DoNotCall"_s, person.doNotCall}};
        }

        OrgState& m_state;
        QDateTime m_clock;
    };

    void addOrganization(Filler& filler, OrgState& state)
    {
        filler.add(u"Organization"_s,
                   {{u"Id"_s, state.organizationId},
                    {u"Name"_s, u"Acme Telecom"_s},
                    {u"OrganizationType"_s, u"Enterprise Edition"_s},
                    {u"IsSandbox"_s, false},
                    {u"InstanceName"_s, u"SBX1"_s},
                    {u"Phone"_s, u"+1 415 555 0001"_s},
                    {u"Country"_s, u"US"_s},
                    {u"DefaultLocaleSidKey"_s, u"en_US"_s},
                    {u"LanguageLocaleKey"_s, u"en_US"_s},
                    {u"TimeZoneSidKey"_s, u"America/Los_Angeles"_s}});
        const auto addUser = [&](const QString& id, const QString& first, const QString& last,
                                 const QString& extension, bool active) {
            const QString address = QString(first + u'.' + last + u"@acme.example"_s).toLower();
            filler.add(u"User"_s,
                       {{u"Id"_s, id},
                        {u"FirstName"_s, first},
                        {u"LastName"_s, last},
                        {u"Name"_s, QString(first + u' ' + last)},
                        {u"Email"_s, address},
                        {u"Username"_s, address},
                        {u"Alias"_s, last.left(8).toLower()},
                        {u"IsActive"_s, active},
                        {u"UserType"_s, u"Standard"_s},
                        {u"Extension"_s, extension},
                        {u"CompanyName"_s, u"Acme Telecom"_s},
                        {u"TimeZoneSidKey"_s, u"America/Los_Angeles"_s},
                        {u"LocaleSidKey"_s, u"en_US"_s},
                        {u"LanguageLocaleKey"_s, u"en_US"_s}});
        };
        addUser(state.userId, u"Jane"_s, u"Roe"_s, u"1001"_s, true);
        addUser({}, u"Sam"_s, u"Carter"_s, u"1002"_s, true);
        addUser({}, u"Olga"_s, u"Petrova"_s, u"1003"_s, true);
        addUser({}, u"Former"_s, u"Colleague"_s, u"1099"_s, false);
    }

    void addChoices(Filler& filler)
    {
        int order = 0;
        for (const auto& status : {u"Not Started"_s, u"In Progress"_s, u"Completed"_s,
                                   u"Waiting on someone else"_s, u"Deferred"_s}) {
            filler.add(u"TaskStatus"_s,
                       {{u"ApiName"_s, status},
                        {u"MasterLabel"_s, status},
                        {u"SortOrder"_s, ++order},
                        {u"IsClosed"_s, status == "Completed"_L1},
                        {u"IsDefault"_s, status == "Not Started"_L1}});
        }
        for (const auto& priority : {u"High"_s, u"Normal"_s, u"Low"_s}) {
            filler.add(u"TaskPriority"_s,
                       {{u"ApiName"_s, priority},
                        {u"MasterLabel"_s, priority},
                        {u"SortOrder"_s, ++order},
                        {u"IsHighPriority"_s, priority == "High"_L1},
                        {u"IsDefault"_s, priority == "Normal"_L1}});
        }
    }

    //! A lead that became a contact, and a person account: each the same person twice.
    void addDoubles(Filler& filler, OrgState& state, const QString& accountId)
    {
        const SeedPerson converted{.first = u"Walter"_s,
                                   .last = u"Fisher"_s,
                                   .company = u"Northwind Traders"_s,
                                   .title = u"Planner"_s,
                                   .phone = u"+1 206 555 0155"_s};
        const QString contactId = filler.addContact(converted, accountId);
        const QString leadId = filler.addLead(converted);
        state.store.update(
            leadId,
            {{u"IsConverted"_s, true},
             {u"Status"_s, u"Closed - Converted"_s},
             {u"ConvertedContactId"_s, contactId},
             {u"ConvertedAccountId"_s, accountId},
             {u"ConvertedDate"_s, state.now().addDays(-30).date().toString(Qt::ISODate)}},
            state.now().addDays(-30), state.userId);

        const QString personAccount = filler.add(u"Account"_s,
                                                 {{u"Name"_s, u"Paula Private"_s},
                                                  {u"FirstName"_s, u"Paula"_s},
                                                  {u"LastName"_s, u"Private"_s},
                                                  {u"IsPersonAccount"_s, true},
                                                  {u"Phone"_s, u"(503) 555-0160"_s},
                                                  {u"PersonMobilePhone"_s, u"+1 503-555-0161"_s}});
        const QString personContact = filler.addContact({.first = u"Paula"_s,
                                                         .last = u"Private"_s,
                                                         .phone = u"(503) 555-0160"_s,
                                                         .mobile = u"+1 503-555-0161"_s},
                                                        personAccount);
        state.store.update(personContact, {{u"IsPersonAccount"_s, true}}, state.now().addDays(-20),
                           state.userId);
        state.store.update(personAccount, {{u"PersonContactId"_s, personContact}},
                           state.now().addDays(-20), state.userId);
        state.store.markPersonAccountPart(personAccount);
        state.store.markPersonAccountPart(personContact);
    }

    void addHistory(Filler& filler, const OrgState& state, const QString& contactId,
                    const QString& accountId)
    {
        filler.add(u"Opportunity"_s,
                   {{u"Name"_s, u"Fleet radios 2026"_s},
                    {u"AccountId"_s, accountId},
                    {u"StageName"_s, u"Negotiation"_s},
                    {u"CloseDate"_s, state.now().addDays(40).date().toString(Qt::ISODate)},
                    {u"Amount"_s, 48'000}});
        filler.add(u"Case"_s,
                   {{u"CaseNumber"_s, u"00001001"_s},
                    {u"Subject"_s, u"No dial tone in warehouse 2"_s},
                    {u"ContactId"_s, contactId},
                    {u"AccountId"_s, accountId},
                    {u"Origin"_s, u"Phone"_s}});
        filler.add(u"Task"_s,
                   {{u"Subject"_s, u"Extension Call"_s},
                    {u"WhoId"_s, contactId},
                    {u"AccountId"_s, accountId},
                    {u"Status"_s, u"Completed"_s},
                    {u"IsClosed"_s, true},
                    {u"TaskSubtype"_s, u"Call"_s},
                    {u"CallType"_s, u"Inbound"_s},
                    {u"CallDurationInSeconds"_s, 192},
                    {u"CallDisposition"_s, u"Answered"_s},
                    {u"ActivityDate"_s, state.now().addDays(-9).date().toString(Qt::ISODate)},
                    {u"Description"_s, u"Asked for the delivery date of the radios."_s}});
    }

} // namespace

void fillWithPeople(OrgState& state)
{
    Filler filler(state);
    addOrganization(filler, state);
    addChoices(filler);
    QHash<QString, QString> accountIds;
    for (const auto& account : accounts())
        accountIds.insert(account.name,
                          filler.add(u"Account"_s,
                                     {{u"Name"_s, account.name},
                                      {u"Phone"_s, account.phone},
                                      {u"Fax"_s, account.fax},
                                      {u"BillingCountry"_s, account.country},
                                      {u"Type"_s, u"Customer"_s}}));
    QString dispatcher;
    for (const auto& person : americanContacts() + europeanContacts() + furtherContacts()) {
        const QString id = filler.addContact(person, accountIds.value(person.company));
        if (person.last == u"González"_s)
            dispatcher = id;
    }
    for (const auto& person : leads())
        filler.addLead(person);
    addDoubles(filler, state, accountIds.value(u"Northwind Traders"_s));
    addHistory(filler, state, dispatcher, accountIds.value(u"Golden Gate Logistics"_s));
}

} // namespace companion::sandbox
