// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/salesforce/matches.h"

#include "app/salesforce/addresses.h"

#include <algorithm>
#include <utility>

namespace companion::salesforce {

using namespace Qt::StringLiterals;

namespace {

    constexpr qsizetype maxText = 255;
    constexpr qsizetype maxSentence = 1000;
    constexpr qsizetype mostDuplicates = 20;

    QString text(const QJsonValue& value)
    {
        return value.toString().left(maxText);
    }

    QDateTime time(const QJsonValue& value)
    {
        return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    }

    bool isPhoneField(const QString& name)
    {
        return name.contains("Phone"_L1) || name.contains("Fax"_L1) || name.endsWith("__c"_L1);
    }

    //! The number people mean comes first, those of machines last; JSON tells them by the alphabet.
    int phoneRank(const QString& name)
    {
        static const QStringList usual{u"Phone"_s, u"MobilePhone"_s, u"PersonMobilePhone"_s};
        const auto rank = usual.indexOf(name);
        if (rank >= 0)
            return int(rank);
        return name.contains("Fax"_L1) ? 9 : name.contains("Assistant"_L1) ? 8 : 5;
    }

    //! Numbers that are answered by a machine or by somebody else.
    bool isWeakField(const QString& name)
    {
        return name.contains("Fax"_L1) || name.contains("Assistant"_L1);
    }

    //! Finds by which of its fields the record has the number; false when by none.
    bool takeMatchingPhone(CrmMatch& match, const QJsonObject& record, const PhoneNumber& number,
                           const NumberRules& rules)
    {
        bool hasWeak = false;
        for (auto field = record.constBegin(); field != record.constEnd(); ++field) {
            const QString value = text(field.value());
            if (!isPhoneField(field.key()) || value.isEmpty() || !number.matches(value, rules))
                continue;
            if (!isWeakField(field.key())) {
                match.phone = value;
                match.isWeak = false;
                return true;
            }
            if (!hasWeak)
                match.phone = value;
            hasWeak = true;
        }
        match.isWeak = hasWeak;
        return hasWeak;
    }

    //! \brief The record whose page is to open for \p match, itself in most cases.
    //!
    //! A person account is a contact and an account at once, and has the account's page. A
    //! converted lead cannot be edited or linked to any more; its contact has taken its place. No
    //! id when it has none.
    RecordId standIn(const CrmMatch& match, const QJsonObject& record)
    {
        if (match.record.object == "Contact"_L1 && match.isPersonAccount
            && !match.accountId.isEmpty())
            return {.object = u"Account"_s, .id = match.accountId};
        if (!record["IsConverted"_L1].toBool())
            return match.record;
        const bool isThere =
            !record["ConvertedContact"_L1].toObject()["Name"_L1].toString().isEmpty();
        return {.object = u"Contact"_s,
                .id = isThere ? text(record["ConvertedContactId"_L1]) : QString()};
    }

    void take(QList<CrmMatch>& found, CrmMatch match, const QJsonObject& record,
              const QUrl& instance)
    {
        const auto shown = standIn(match, record);
        if (!shown.isValid())
            return;
        const bool isStandIn = shown != match.record;
        if (record["IsConverted"_L1].toBool())
            match.name = text(record["ConvertedContact"_L1].toObject()["Name"_L1]);
        match.record = shown;
        match.url = recordUrl(instance, shown);
        const auto known = std::find_if(found.begin(), found.end(), [&](const CrmMatch& one) {
            return one.record.object == shown.object && one.record.id.left(15) == shown.id.left(15);
        });
        if (known == found.end())
            return found.append(match);
        const bool isWeak = known->isWeak && match.isWeak;
        if (!isStandIn)
            *known = match; // the record itself says more than what stood in for it
        known->isWeak = isWeak;
    }

    //! The contact half of a person account whose account half was found, too.
    void dropPersonContacts(QList<CrmMatch>& found, const QStringList& personContacts)
    {
        found.removeIf([&personContacts](const CrmMatch& match) {
            return match.record.object == "Contact"_L1
                && personContacts.contains(match.record.id.left(15));
        });
    }

} // namespace

CrmMatch toMatch(const QJsonObject& record, const QUrl& instance)
{
    CrmMatch match{.record = {.object = text(record["attributes"_L1].toObject()["type"_L1]),
                              .id = text(record["Id"_L1])}};
    match.name = text(record["Name"_L1]);
    const auto account = record["Account"_L1].toObject();
    match.account = text(account.isEmpty() ? record["Company"_L1] : account["Name"_L1]);
    match.accountId = text(record["AccountId"_L1]);
    match.title = text(record["Title"_L1]);
    match.email = text(record["Email"_L1]);
    match.owner = text(record["Owner"_L1].toObject()["Name"_L1]);
    match.lastModified = time(record["LastModifiedDate"_L1]);
    match.lastActivity = time(record["LastActivityDate"_L1]);
    match.doNotCall = record["DoNotCall"_L1].toBool();
    match.isPersonAccount = record["IsPersonAccount"_L1].toBool();
    match.url = recordUrl(instance, match.record);
    QList<std::pair<int, QString>> numbers;
    for (auto field = record.constBegin(); field != record.constEnd(); ++field)
        if (const QString value = isPhoneField(field.key()) ? text(field.value()) : QString();
            !value.isEmpty())
            numbers.append({phoneRank(field.key()), value});
    std::stable_sort(numbers.begin(), numbers.end(),
                     [](const auto& one, const auto& other) { return one.first < other.first; });
    for (const auto& [rank, value] : std::as_const(numbers))
        if (!match.phones.contains(value))
            match.phones.append(value);
    if (!match.phones.isEmpty())
        match.phone = text(record["Phone"_L1]).isEmpty() ? match.phones.constFirst()
                                                         : text(record["Phone"_L1]);
    return match;
}

QList<CrmMatch> matchesOf(const QJsonArray& rows, const PhoneNumber& number,
                          const NumberRules& rules, const QStringList& objects,
                          const QUrl& instance)
{
    QList<CrmMatch> found;
    QStringList personContacts;
    for (const auto& value : rows) {
        const auto record = value.toObject();
        auto match = toMatch(record, instance);
        if (!objects.contains(match.record.object)
            || !takeMatchingPhone(match, record, number, rules))
            continue;
        if (const QString contact = text(record["PersonContactId"_L1]); !contact.isEmpty())
            personContacts.append(contact.left(15));
        take(found, match, record, instance);
    }
    dropPersonContacts(found, personContacts);
    const auto rank = [&objects](const CrmMatch& match) {
        const auto index = objects.indexOf(match.record.object);
        return index < 0 ? objects.size() : index;
    };
    std::stable_sort(found.begin(), found.end(), [&rank](const CrmMatch& a, const CrmMatch& b) {
        if (a.isWeak != b.isWeak)
            return b.isWeak;
        return rank(a) != rank(b) ? rank(a) < rank(b) : a.lastModified > b.lastModified;
    });
    return found;
}

QList<CrmMatch> typedMatches(const QJsonArray& rows, const QUrl& instance)
{
    QList<CrmMatch> found;
    QStringList personContacts;
    for (const auto& value : rows) {
        const auto record = value.toObject();
        if (const QString contact = text(record["PersonContactId"_L1]); !contact.isEmpty())
            personContacts.append(contact.left(15));
        take(found, toMatch(record, instance), record, instance);
    }
    dropPersonContacts(found, personContacts);
    return found;
}

CreateAnswer duplicatesOf(const QJsonObject& entry, const QUrl& instance)
{
    const auto result = entry.contains("duplicateResut"_L1)
        ? entry["duplicateResut"_L1].toObject()
        : entry["duplicateResult"_L1].toObject();
    CreateAnswer answer;
    answer.mayCreateAnyway = result["allowSave"_L1].toBool();
    answer.sentence =
        (result.contains("errorMessage"_L1) ? result["errorMessage"_L1] : entry["message"_L1])
            .toString()
            .left(maxSentence);
    const auto results = result["matchResults"_L1].toArray();
    for (const auto& one : results) {
        const auto records = one["matchRecords"_L1].toArray();
        for (const auto& record : records)
            if (answer.duplicates.size() < mostDuplicates)
                take(answer.duplicates, toMatch(record["record"_L1].toObject(), instance),
                     record["record"_L1].toObject(), instance);
    }
    return answer;
}

} // namespace companion::salesforce
