// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/salesforce/replies.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>

namespace companion::salesforce {

using namespace Qt::StringLiterals;

namespace {

    constexpr qsizetype maxText = 255;
    constexpr qsizetype maxSentence = 1000;

    QString text(const QJsonValue& value)
    {
        return value.toString().left(maxText);
    }

    QDateTime time(const QJsonValue& value)
    {
        return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    }

    bool isLoopback(const QString& host)
    {
        return host.compare("localhost"_L1, Qt::CaseInsensitive) == 0
            || QHostAddress(host).isLoopback();
    }

    Error::Kind kindOf(int status, const QString& code, const QString& message)
    {
        using enum Error::Kind;
        if (code == "INVALID_SESSION_ID"_L1)
            return message.contains("not valid for use with the REST API"_L1) ? Forbidden
                                                                              : Unauthorized;
        if (code == "REQUEST_LIMIT_EXCEEDED"_L1)
            return RateLimited;
        if (code == "NOT_FOUND"_L1 || code == "ENTITY_IS_DELETED"_L1)
            return NotFound;
        if (code == "SERVER_UNAVAILABLE"_L1 || code == "API_CURRENTLY_DISABLED"_L1
            || code == "UNABLE_TO_LOCK_ROW"_L1 || status >= 500)
            return Timeout;
        if (status == 401)
            return Unauthorized;
        if (status == 403)
            return Forbidden;
        return status == 404 ? NotFound : Rejected;
    }

    QJsonObject firstEntry(const QJsonValue& value)
    {
        return value.isArray() ? value.toArray().first().toObject() : value.toObject();
    }

} // namespace

Error toError(int status, const QJsonObject& entry)
{
    const QString code =
        text(entry.contains("errorCode"_L1) ? entry["errorCode"_L1] : entry["statusCode"_L1]);
    const QString message = entry["message"_L1].toString().left(maxSentence);
    Error error{kindOf(status, code, message), u"salesforce refused"_s, code, message};
    if (code == "REQUEST_LIMIT_EXCEEDED"_L1)
        error.detail = message.contains("Concurrent"_L1) ? u"concurrent limit"_s : u"daily limit"_s;
    error.fields = entry["fields"_L1].toVariant().toStringList();
    return error;
}

Result<QJsonValue> readReply(const Result<HttpReply>& reply)
{
    if (!reply)
        return reply.error();
    QJsonParseError parse{};
    const auto document = QJsonDocument::fromJson(reply->body, &parse);
    const QJsonValue value =
        document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    if (reply->status >= 200 && reply->status < 300) {
        if (reply->body.trimmed().isEmpty())
            return QJsonValue(QJsonObject{});
        if (document.isNull())
            return Error{Error::Kind::Malformed, u"no json"_s};
        return value;
    }
    const auto entry = firstEntry(value);
    if (!entry.isEmpty() && (entry.contains("errorCode"_L1) || entry.contains("message"_L1)))
        return toError(reply->status, entry);
    const bool isToken = reply->status == 401 || reply->body.contains("Bad_OAuth_Token")
        || reply->body.contains("Missing_OAuth_Token");
    if (isToken)
        return Error{Error::Kind::Unauthorized, u"token refused"_s, u"INVALID_SESSION_ID"_s};
    if (reply->status >= 500)
        return Error{Error::Kind::Timeout, u"http %1"_s.arg(reply->status)};
    if (reply->status >= 300 && reply->status < 400)
        return Error{Error::Kind::Malformed, u"redirected"_s};
    return Error{kindOf(reply->status, {}, {}), u"http %1"_s.arg(reply->status)};
}

Result<QJsonObject> readTokenReply(const Result<HttpReply>& reply)
{
    if (!reply)
        return reply.error();
    const auto object = QJsonDocument::fromJson(reply->body).object();
    if (reply->status == 200 && !object["access_token"_L1].toString().isEmpty())
        return object;
    const QString code = text(object["error"_L1]);
    const QString description = object["error_description"_L1].toString().left(maxSentence);
    if (code.isEmpty())
        return Error{reply->status >= 500 ? Error::Kind::Timeout : Error::Kind::Malformed,
                     u"no token reply"_s};
    static const QStringList passing{u"server_error"_s, u"service_unavailable"_s, u"system_down"_s,
                                     u"unknown_error"_s, u"rate_limit_exceeded"_s};
    const bool isRestricted = description.contains("IP restricted"_L1);
    const auto kind =
        passing.contains(code) || isRestricted ? Error::Kind::Timeout : Error::Kind::Unauthorized;
    return Error{kind, code + u": "_s + description, code, description};
}

std::optional<std::pair<qint64, qint64>> readLimits(const HttpReply& reply)
{
    static const QRegularExpression usage(u"(?<![a-z-])api-usage=(\\d+)/(\\d+)"_s);
    const auto match = usage.match(QString::fromLatin1(reply.header("Sforce-Limit-Info")));
    if (!match.hasMatch())
        return {};
    return std::pair{match.captured(1).toLongLong(), match.captured(2).toLongLong()};
}

CrmMatch toMatch(const QJsonObject& record, const QUrl& instance)
{
    const QString object = record["attributes"_L1].toObject()["type"_L1].toString();
    CrmMatch match{.record = {object, text(record["Id"_L1])}};
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
    for (auto field = record.constBegin(); field != record.constEnd(); ++field) {
        const QString name = field.key();
        const bool isPhone =
            name.contains("Phone"_L1) || name == "Fax"_L1 || name.endsWith("__c"_L1);
        const QString value = isPhone ? text(field.value()) : QString();
        if (!value.isEmpty() && !match.phones.contains(value))
            match.phones.append(value);
    }
    if (!match.phones.isEmpty())
        match.phone = text(record["Phone"_L1]).isEmpty() ? match.phones.constFirst()
                                                         : text(record["Phone"_L1]);
    return match;
}

namespace {

    //! Finds by which of its fields the record has the number; false when by none.
    bool takeMatchingPhone(CrmMatch& match, const QJsonObject& record, const PhoneNumber& number,
                           const NumberRules& rules)
    {
        bool hasWeak = false;
        for (auto field = record.constBegin(); field != record.constEnd(); ++field) {
            const QString value = field.value().toString();
            if (!match.phones.contains(value) || !number.matches(value, rules))
                continue;
            match.phone = value;
            if (field.key() != "Fax"_L1 && field.key() != "AssistantPhone"_L1)
                return true;
            hasWeak = true;
        }
        match.isWeak = hasWeak;
        return hasWeak;
    }

} // namespace

QList<CrmMatch> matchesOf(const QJsonArray& rows, const PhoneNumber& number,
                          const NumberRules& rules, const QStringList& objects,
                          const QUrl& instance)
{
    QList<CrmMatch> found;
    QStringList personContacts;
    for (const auto& value : rows) {
        const auto record = value.toObject();
        auto match = toMatch(record, instance);
        const bool isKnown =
            std::any_of(found.cbegin(), found.cend(),
                        [&match](const CrmMatch& one) { return one.record == match.record; });
        if (isKnown || !objects.contains(match.record.object) || record["IsConverted"_L1].toBool()
            || !takeMatchingPhone(match, record, number, rules))
            continue;
        if (const QString contact = record["PersonContactId"_L1].toString(); !contact.isEmpty())
            personContacts.append(contact.left(15));
        found.append(match);
    }
    // A person account shows up as contact and as account: one person, the account's page.
    found.removeIf([&personContacts](const CrmMatch& match) {
        return match.record.object == "Contact"_L1
            && personContacts.contains(match.record.id.left(15));
    });
    std::stable_sort(found.begin(), found.end(), [&objects](const CrmMatch& a, const CrmMatch& b) {
        if (a.isWeak != b.isWeak)
            return b.isWeak;
        const auto rankA = objects.indexOf(a.record.object);
        const auto rankB = objects.indexOf(b.record.object);
        return rankA != rankB ? rankA < rankB : a.lastModified > b.lastModified;
    });
    return found;
}

QStringList phoneFieldsOf(const QJsonObject& describe)
{
    QStringList names;
    const auto fields = describe["fields"_L1].toArray();
    for (const auto& field : fields)
        if (field["type"_L1].toString() == "phone"_L1)
            names.append(field["name"_L1].toString());
    return names;
}

QList<CrmField> fieldsOf(const QJsonObject& describe)
{
    static const QHash<QString, CrmField::Kind> kinds{
        {u"phone"_s, CrmField::Kind::Phone},       {u"email"_s, CrmField::Kind::Email},
        {u"picklist"_s, CrmField::Kind::Picklist}, {u"double"_s, CrmField::Kind::Number},
        {u"int"_s, CrmField::Kind::Number},        {u"currency"_s, CrmField::Kind::Number},
        {u"date"_s, CrmField::Kind::Date},         {u"boolean"_s, CrmField::Kind::Boolean},
        {u"textarea"_s, CrmField::Kind::LongText}, {u"string"_s, CrmField::Kind::Text},
        {u"combobox"_s, CrmField::Kind::Text},     {u"url"_s, CrmField::Kind::Text},
        {u"reference"_s, CrmField::Kind::Other},
    };
    QList<CrmField> found;
    const auto fields = describe["fields"_L1].toArray();
    for (const auto& value : fields) {
        const auto field = value.toObject();
        const bool isRequired = !field["nillable"_L1].toBool(true)
            && field["createable"_L1].toBool() && !field["defaultedOnCreate"_L1].toBool()
            && field["type"_L1].toString() != "boolean"_L1;
        if (!isRequired)
            continue;
        CrmField one{.name = text(field["name"_L1]),
                     .label = text(field["label"_L1]),
                     .kind = kinds.value(field["type"_L1].toString(), CrmField::Kind::Other),
                     .isRequired = true,
                     .length = field["length"_L1].toInt()};
        const auto values = field["picklistValues"_L1].toArray();
        for (const auto& choice : values)
            if (choice["active"_L1].toBool(true))
                one.values.append(text(choice["value"_L1]));
        found.append(one);
    }
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
            answer.duplicates.append(toMatch(record["record"_L1].toObject(), instance));
    }
    return answer;
}

Result<QUrl> loginAddress(const QString& typed)
{
    QString address = typed.trimmed();
    if (!address.contains("://"_L1))
        address.prepend("https://"_L1);
    QUrl url(address);
    QString host = url.host();
    if (!url.isValid() || host.isEmpty()
        || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1))
        return Error{Error::Kind::Rejected, u"no address"_s};
    if (url.scheme() == "http"_L1 && !isLoopback(host))
        return Error{Error::Kind::Forbidden, u"plain http"_s};
    if (host.endsWith(".lightning.force.com"_L1)) {
        host.chop(int(sizeof(".lightning.force.com") - 1));
        host += ".my.salesforce.com"_L1;
        url.setHost(host);
    }
    url.setUserInfo({});
    url.setPath({});
    url.setQuery(QString());
    url.setFragment({});
    return url;
}

QUrl recordUrl(const QUrl& instance, const RecordId& id)
{
    if (!instance.isValid() || !id.isValid())
        return {};
    QUrl url = instance;
    url.setPath(u"/lightning/r/%1/%2/view"_s.arg(id.object, id.id));
    return url;
}

QUrl searchPageUrl(const QUrl& instance, const QString& term)
{
    // Undocumented, but what the Lightning search box itself produces (salesforce-api.md 7.4).
    const QJsonObject page{
        {u"componentDef"_s, u"forceSearch:searchPageDesktop"_s},
        {u"attributes"_s,
         QJsonObject{{u"term"_s, term},
                     {u"scopeMap"_s, QJsonObject{{u"type"_s, u"TOP_RESULTS"_s}}},
                     {u"context"_s,
                      QJsonObject{{u"disableSpellCorrection"_s, false},
                                  {u"SEARCH_ACTIVITY"_s, QJsonObject{{u"term"_s, term}}}}},
                     {u"groupId"_s, u"DEFAULT"_s}}},
        {u"state"_s, QJsonObject{}}};
    QUrl url = instance;
    url.setPath(u"/one/one.app"_s);
    url.setFragment(
        QString::fromLatin1(QJsonDocument(page).toJson(QJsonDocument::Compact).toBase64()));
    return url;
}

bool isOwnUrl(const QUrl& instance, const QUrl& url)
{
    if (!instance.isValid() || !url.isValid() || !url.userInfo().isEmpty())
        return false;
    if (isLoopback(instance.host()))
        return url.host() == instance.host() && url.port() == instance.port()
            && url.scheme() == instance.scheme();
    if (url.scheme() != "https"_L1 || url.port(443) != instance.port(443))
        return false;
    QString twin = instance.host();
    twin.replace(".my.salesforce.com"_L1, ".lightning.force.com"_L1);
    return url.host() == instance.host() || url.host() == twin;
}

} // namespace companion::salesforce
