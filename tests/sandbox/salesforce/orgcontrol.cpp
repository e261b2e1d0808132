// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The control interface of SalesforceOrg: how a test makes the org misbehave and sees what it was
// asked. Each name is described in README.md.
#include "tests/sandbox/salesforce/oauthanswers.h"
#include "tests/sandbox/salesforce/recordwrites.h"
#include "tests/sandbox/salesforce/salesforceorg.h"

#include <QJsonDocument>

namespace companion::sandbox {
using namespace Qt::StringLiterals;

namespace {

    HttpResponse done()
    {
        return jsonAnswer(QJsonObject{{u"ok"_s, true}});
    }

    HttpResponse refused(const QString& why, int status = 400)
    {
        return jsonAnswer(QJsonObject{{u"ok"_s, false}, {u"error"_s, why}}, status);
    }

    //! Names that stay in the FaultBox and happen request by request; all others are settings.
    bool isRequestFault(const QString& name)
    {
        static const QStringList names{u"401-once"_s,
                                       u"401-always"_s,
                                       u"401-no-rest"_s,
                                       u"quota"_s,
                                       u"concurrent"_s,
                                       u"html-500"_s,
                                       u"503"_s,
                                       u"slow"_s,
                                       u"slow-oauth"_s,
                                       u"cut-after-commit"_s,
                                       u"cut-before-commit"_s,
                                       u"lock-row"_s,
                                       u"garbage-json"_s,
                                       u"api-disabled"_s,
                                       u"deny"_s,
                                       u"authorize-error"_s,
                                       u"login-error"_s,
                                       u"revoke-refresh"_s,
                                       u"instance-url-change"_s};
        return names.contains(name);
    }

    QStringList strings(const QJsonValue& value)
    {
        QStringList list;
        for (const auto& item : value.toArray())
            list.append(item.toString());
        return list;
    }

    //! "Contact.MobilePhone" or {"object","field"}.
    std::pair<QString, QString> objectAndField(const QJsonValue& value)
    {
        if (value.isString())
            return {value.toString().section(u'.', 0, 0), value.toString().section(u'.', 1)};
        return {value.toObject().value("object"_L1).toString(),
                value.toObject().value("field"_L1).toString()};
    }

} // namespace

HttpResponse SalesforceOrg::control(const HttpRequest& request)
{
    const QString name = request.path.section(u'/', 3).section(u'/', 0, 0);
    const QJsonObject order = QJsonDocument::fromJson(request.body).object();
    if (request.method == "GET" && name == "state"_L1)
        return jsonAnswer(stateReport());
    if (request.method == "GET" && name == "people"_L1)
        return jsonAnswer(people());
    if (request.method == "GET" && name == "records"_L1)
        return jsonAnswer(rowsOf(request.path.section(u'/', 4, 4)));
    if (request.method == "POST" && name == "reset"_L1) {
        reset(order.value("keepSignIn"_L1).toBool() ? SignIns::Keep : SignIns::Forget);
        return done();
    }
    if (request.method == "POST" && name == "fill"_L1)
        return fillUp(order.value("count"_L1).toInt());
    if (request.method == "POST" && name == "fault"_L1)
        return setFault(order);
    if (name == "record"_L1)
        return editRecord(request, order);
    return refused(u"unknown control path"_s, 404);
}

HttpResponse SalesforceOrg::fillUp(int count)
{
    // Written as of yesterday, so that the search index knows them too.
    const QDateTime yesterday = m_state.now().addDays(-1);
    for (int i = 0; i < count; ++i) {
        const QString first = u"Person"_s;
        const QString last = u"Number%1"_s.arg(i, 6, 10, QLatin1Char('0'));
        m_state.store.insert(
            u"Contact"_s, u"003"_s,
            {{u"FirstName"_s, first},
             {u"LastName"_s, last},
             {u"Name"_s, QString(first + u' ' + last)},
             {u"Phone"_s,
              u"+1 (917) %1-%2"_s.arg(200 + i / 10'000).arg(i % 10'000, 4, 10, QLatin1Char('0'))},
             {u"Email"_s, QString(last.toLower() + u"@customer.example"_s)},
             {u"DoNotCall"_s, false},
             {u"OwnerId"_s, m_state.userId}},
            yesterday, m_state.userId);
    }
    return jsonAnswer(
        QJsonObject{{u"ok"_s, true}, {u"contacts"_s, m_state.store.count(u"Contact"_s)}});
}

HttpResponse SalesforceOrg::setFault(const QJsonObject& order)
{
    const QString name = order.value("name"_L1).toString();
    const QJsonValue value = order.value("value"_L1);
    const bool lasting = name == "401-always"_L1 || name == "401-no-rest"_L1
        || name == "api-disabled"_L1 || name == "quota"_L1;
    const int times = order.value("times"_L1).toInt(lasting ? -1 : 1);
    if (isRequestFault(name)) {
        m_state.faults.set({name, times, value, order.value("match"_L1).toString()});
        return done();
    }
    return applySetting(name, value, times != 0)
        ? done()
        : refused(u"unknown fault or bad value: "_s + name);
}

bool SalesforceOrg::applySetting(const QString& name, const QJsonValue& value, bool on)
{
    AppRegistration& app = m_oauth.app();
    const bool truth = on && value.toBool(true);
    if (name == "auto-approve"_L1)
        app.autoApprove = truth;
    else if (name == "jwt-tokens"_L1)
        app.jwtTokens = truth;
    else if (name == "rotation"_L1)
        app.rotation = truth;
    else if (name == "pkce-required"_L1)
        app.pkceRequired = truth;
    else if (name == "secret-required"_L1)
        app.secretRequired = app.secretRequiredForRefresh = truth;
    else if (name == "token-lifetime"_L1)
        app.accessLifetime = std::chrono::seconds(value.toInt(7200));
    else if (name == "code-lifetime"_L1)
        app.codeLifetime = std::chrono::seconds(value.toInt(900));
    else if (name == "callbacks"_L1)
        return m_oauth.setCallbacks(strings(value));
    else if (name == "expire-tokens"_L1)
        m_oauth.expireAccessTokens();
    else if (name == "revoke-all"_L1)
        m_oauth.revokeEverything();
    else if (name == "index-delay"_L1)
        m_state.search.delay = std::chrono::milliseconds(qint64(value.toDouble(120) * 1000));
    else if (name == "index-optimistic"_L1)
        m_state.search.reading = truth ? IndexReading::Optimistic : IndexReading::Pessimistic;
    else if (name == "crowding"_L1)
        m_state.search.crowding = on ? std::optional<int>(value.toInt()) : std::nullopt;
    else if (name == "page-size"_L1)
        m_state.pageSize = on ? value.toInt() : 0;
    else if (name == "expire-cursors"_L1)
        m_rest.forgetCursors();
    else if (name == "clock-skew"_L1)
        m_state.clockSkew = std::chrono::milliseconds(qint64(value.toDouble() * 1000));
    else if (name == "gzip"_L1)
        m_state.gzip = truth;
    else if (name == "per-app-usage"_L1)
        m_state.perAppUsage = truth;
    else if (name == "api-usage"_L1) {
        m_state.apiUsed = value.toObject().value("used"_L1).toInteger(m_state.apiUsed);
        m_state.apiMax = value.toObject().value("max"_L1).toInteger(m_state.apiMax);
    } else {
        return applySchemaSetting(name, value, on) || applyRuleSetting(name, value, on);
    }
    return true;
}

bool SalesforceOrg::applySchemaSetting(const QString& name, const QJsonValue& value, bool on)
{
    const auto [object, field] = objectAndField(value);
    if (name == "choices"_L1)
        return m_state.schema.setChoices(object, field,
                                         strings(value.toObject().value("values"_L1)));
    if (name == "hide-field"_L1)
        return m_state.schema.setFieldHidden(object, field, on);
    if (name == "hide-object"_L1)
        return m_state.schema.setObjectHidden(object, on);
    if (name == "not-createable"_L1)
        return m_state.schema.setCreateable(object, !on);
    if (name == "person-accounts"_L1) {
        m_state.schema.setPersonAccounts(on && value.toBool(true));
        m_state.store.setPersonAccounts(on && value.toBool(true));
        return true;
    }
    if (name == "require-field"_L1) {
        FieldDescription custom;
        custom.name = field.isEmpty() ? u"Region__c"_s : field;
        custom.label = value.toObject().value("label"_L1).toString(u"Region"_s);
        custom.type = FieldType::Text;
        custom.length = 80;
        custom.traits = FieldTrait::Required;
        return m_state.schema.addField(object, custom);
    }
    return false;
}

bool SalesforceOrg::applyRuleSetting(const QString& name, const QJsonValue& value, bool on)
{
    const QJsonObject rule = value.toObject();
    if (name == "duplicates"_L1) {
        m_state.duplicateRule.reset();
        const QString mode =
            value.isString() ? value.toString() : rule.value("mode"_L1).toString(u"alert"_s);
        if (on)
            m_state.duplicateRule =
                DuplicateRule{mode == "block"_L1, rule.value("always"_L1).toBool(),
                              rule.value("spelling"_L1).toString(u"duplicateResut"_s)};
        return mode == "alert"_L1 || mode == "block"_L1;
    }
    if (name == "validation"_L1) {
        m_state.validationRules.clear();
        if (on)
            m_state.validationRules.append(
                {rule.value("object"_L1).toString(u"Contact"_s),
                 rule.value("message"_L1).toString(u"Please enter a region before saving."_s),
                 rule.value("field"_L1).toString()});
        return true;
    }
    if (name == "delete-record"_L1) {
        const bool known = m_state.store.find(value.toString());
        m_state.store.remove(value.toString(), m_state.now());
        return known;
    }
    if (name == "merge-record"_L1) {
        const QString from = rule.value("from"_L1).toString();
        const QString into = rule.value("into"_L1).toString();
        if (!m_state.store.find(from) || !m_state.store.find(into))
            return false;
        m_state.store.update(from, {{u"MasterRecordId"_s, toLongId(into)}}, m_state.now(),
                             m_state.userId);
        m_state.store.remove(from, m_state.now());
        return true;
    }
    return false;
}

HttpResponse SalesforceOrg::editRecord(const HttpRequest& request, const QJsonObject& order)
{
    RecordWrites writes(m_state, 67, DuplicateSaving::Allowed);
    QString id = request.path.section(u'/', 4, 4);
    if (id.isEmpty())
        id = order.value("id"_L1).toString();
    const Record* record = m_state.store.find(id);
    QString object = order.value("object"_L1).toString();
    if (object.isEmpty() && record)
        object = record->object;
    const QJsonObject fields = order.value("fields"_L1).toObject();
    if (request.method != "POST" && request.method != "PATCH" && request.method != "DELETE")
        return refused(u"method not allowed"_s, 405);
    const auto result = request.method == "POST" ? writes.create(object, fields)
        : request.method == "PATCH"              ? writes.update(object, id, fields)
                                                 : writes.remove(object, id);
    if (!result)
        return refused(result.error().code + u": "_s + result.error().message,
                       result.error().status);
    return jsonAnswer(QJsonObject{{u"ok"_s, true}, {u"id"_s, *result}});
}

QJsonArray SalesforceOrg::rowsOf(const QString& object) const
{
    QJsonArray rows;
    for (const Record* record : m_state.store.rows(object)) {
        if (!record->deleted)
            rows.append(record->values);
    }
    return rows;
}

QJsonObject SalesforceOrg::stateReport() const
{
    return {{u"calls"_s, m_state.log.counters()},
            {u"statements"_s, m_state.log.statements()},
            {u"created"_s, m_state.log.created()},
            {u"tasks"_s, rowsOf(u"Task"_s)},
            {u"oauth"_s, m_oauth.toJson()},
            {u"faults"_s, m_state.faults.toJson()},
            {u"apiUsed"_s, m_state.apiUsed},
            {u"apiMax"_s, m_state.apiMax},
            {u"indexDelayMs"_s, qint64(m_state.search.delay.count())},
            {u"baseUrl"_s, m_state.baseUrl.toString()},
            {u"instanceUrl"_s, m_state.instanceUrl.toString()},
            {u"userId"_s, m_state.userId},
            {u"organizationId"_s, m_state.organizationId}};
}

QJsonArray SalesforceOrg::people() const
{
    QJsonArray list;
    for (const auto& name : {u"Contact"_s, u"Lead"_s, u"Account"_s}) {
        const ObjectDescription* object = m_state.schema.object(name);
        for (const Record* record : object ? m_state.store.rows(name) : QList<const Record*>()) {
            if (record->deleted)
                continue;
            QJsonArray phones;
            for (const auto& field : m_state.schema.visibleFields(*object)) {
                if (field.type == FieldType::Phone && !record->text(field.name).isEmpty())
                    phones.append(QJsonObject{{u"field"_s, field.name},
                                              {u"number"_s, record->text(field.name)}});
            }
            const Record* account = m_state.store.find(record->text(u"AccountId"_s));
            list.append(QJsonObject{
                {u"object"_s, name},
                {u"id"_s, record->id},
                {u"name"_s, record->text(u"Name"_s)},
                {u"account"_s, account ? account->text(u"Name"_s) : record->text(u"Company"_s)},
                {u"phones"_s, phones},
                {u"doNotCall"_s, record->values.value("DoNotCall"_L1).toBool()},
                {u"url"_s, u"/lightning/r/%1/%2/view"_s.arg(name, record->id)}});
        }
    }
    return list;
}

} // namespace companion::sandbox
