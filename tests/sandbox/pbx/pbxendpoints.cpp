// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/pbx/cloudonepbx.h"
#include "tests/sandbox/pbx/wording.h"

#include <algorithm>
#include <utility>

namespace companion::sandbox {

using namespace Qt::StringLiterals;

namespace {

    QJsonObject envelope(const CallOutcome& outcome)
    {
        if (outcome.code != 0)
            return refusal(outcome.code);
        return success({{u"call_id"_s, outcome.callId}});
    }

    //! \brief 40002 for the first of \p fields that is not a string with something in it.
    std::optional<QJsonObject> missing(const QJsonObject& order, const QStringList& fields)
    {
        for (const auto& field : fields) {
            if (order.value(field).toString().isEmpty())
                return parameterRefusal(field, u"required"_s);
        }
        return std::nullopt;
    }

    bool saysYes(const QJsonValue& value)
    {
        return value.toString() == "yes"_L1;
    }

} // namespace

void CloudOnePbx::addCallEndpoints()
{
    const auto onChannel = [this](const QString& name, auto act) {
        m_endpoints[name] = {"POST", [act](const HttpRequest& request) {
                                 const auto order = request.jsonObject();
                                 if (auto refused = missing(order, {u"channel_id"_s}))
                                     return *refused;
                                 return envelope(act(order.value("channel_id"_L1).toString()));
                             }};
    };
    onChannel(u"call/hangup"_s,
              [this](const QString& channel) { return m_exchange.hangUpChannel(channel); });
    onChannel(u"call/hold"_s, [this](const QString& channel) { return m_exchange.hold(channel); });
    onChannel(u"call/unhold"_s,
              [this](const QString& channel) { return m_exchange.unhold(channel); });
    onChannel(u"call/mute"_s,
              [this](const QString& channel) { return m_exchange.mute(channel, true); });
    onChannel(u"call/unmute"_s,
              [this](const QString& channel) { return m_exchange.mute(channel, false); });
    m_endpoints[u"call/dial"_s] = {"POST", [this](const HttpRequest& request) {
                                       return dial(request.jsonObject());
                                   }};
    m_endpoints[u"call/transfer"_s] = {"POST", [this](const HttpRequest& request) {
                                           return transfer(request.jsonObject());
                                       }};
    m_endpoints[u"call/add_member"_s] = {
        "POST", [this](const HttpRequest& request) {
            const auto order = request.jsonObject();
            if (auto refused = missing(order, {u"channel_id"_s, u"number"_s}))
                return *refused;
            return envelope(m_exchange.addMember(order.value("channel_id"_L1).toString(),
                                                 order.value("number"_L1).toString()));
        }};
    m_endpoints[u"call/query"_s] = {"GET", [this](const HttpRequest& request) {
                                        return queryCalls(request);
                                    }};
}

QJsonObject CloudOnePbx::dial(const QJsonObject& order)
{
    if (auto refused = missing(order, {u"caller"_s, u"callee"_s}))
        return *refused;
    const auto automatic = order.value("auto_answer"_L1);
    if (!automatic.isUndefined() && !saysYes(automatic) && automatic.toString() != "no"_L1)
        return parameterRefusal(u"auto_answer"_s, u"value"_s);
    const auto outcome = m_exchange.dial(
        order.value("caller"_L1).toString(), order.value("callee"_L1).toString(),
        order.value("dial_permission"_L1).toString(), saysYes(automatic), m_settings.shape);
    if (outcome.code == 0 && !m_faults.nextDialFailure.isEmpty())
        m_exchange.failLater(outcome.callId, std::exchange(m_faults.nextDialFailure, {}));
    return envelope(outcome);
}

QJsonObject CloudOnePbx::transfer(const QJsonObject& order)
{
    if (auto refused = missing(order, {u"type"_s, u"channel_id"_s}))
        return *refused;
    const auto channel = order.value("channel_id"_L1).toString();
    const auto number = order.value("number"_L1).toString();
    const auto type = order.value("type"_L1).toString();
    if (type == "blind"_L1) {
        if (auto refused = missing(order, {u"number"_s}))
            return *refused;
        return envelope(
            m_exchange.transferBlind(channel, number, Exchange::Transferred::ByInterface));
    }
    if (type != "attended"_L1)
        return parameterRefusal(u"type"_s, u"value"_s);
    const auto operation = order.value("attended_operate"_L1).toString();
    if (operation.isEmpty()) {
        if (auto refused = missing(order, {u"number"_s}))
            return *refused;
        return envelope(m_exchange.consult(channel, number));
    }
    const auto decision = consultationFrom(operation);
    if (!decision)
        return parameterRefusal(u"attended_operate"_s, u"value"_s);
    return envelope(m_exchange.decideConsultation(channel, *decision));
}

QJsonObject CloudOnePbx::queryCalls(const HttpRequest& request) const
{
    const auto id = request.queryValue(u"call_id"_s);
    const auto type = request.queryValue(u"type"_s);
    const auto extension = request.queryValue(u"extension"_s);
    if (int(!id.isEmpty()) + int(!type.isEmpty()) + int(!extension.isEmpty()) != 1)
        return parameterRefusal(u"call_id"_s, u"one of call_id, type, extension"_s);
    QJsonArray found;
    for (const auto& call : m_exchange.calls()) {
        const bool takesPart =
            std::any_of(call.legs.cbegin(), call.legs.cend(), [&](const Leg& leg) {
                return leg.side == Leg::Side::Extension && leg.number == extension && !leg.isGone();
            });
        if (call.id == id || typeWord(call.direction).toLower() == type || takesPart)
            found.append(call.json());
    }
    return success({{u"data"_s, found}});
}

QJsonObject CloudOnePbx::extensions(const HttpRequest& request, const QString& words) const
{
    QList<QJsonObject> rows;
    for (const auto& extension : m_office.extensions) {
        const bool matches = words.isEmpty() || extension.number.contains(words)
            || extension.name.contains(words, Qt::CaseInsensitive)
            || extension.email.contains(words, Qt::CaseInsensitive)
            || extension.mobile.contains(words);
        if (matches)
            rows.append(extension.json());
    }
    const auto key = request.queryValue(u"sort_by"_s);
    if (!key.isEmpty()) {
        std::stable_sort(rows.begin(), rows.end(), [&](const auto& left, const auto& right) {
            return left.value(key).toVariant().toString() < right.value(key).toVariant().toString();
        });
    }
    if (request.queryValue(u"order_by"_s) == "desc"_L1)
        std::reverse(rows.begin(), rows.end());
    QJsonArray sorted;
    for (const auto& row : std::as_const(rows))
        sorted.append(row);
    return pageOf(sorted, request);
}

void CloudOnePbx::addBookEndpoints()
{
    m_endpoints[u"extension/list"_s] = {"GET", [this](const HttpRequest& request) {
                                            return extensions(request, {});
                                        }};
    m_endpoints[u"extension/search"_s] = {"GET", [this](const HttpRequest& request) {
                                              return extensions(
                                                  request, request.queryValue(u"search_value"_s));
                                          }};
    const auto byIds = [this](const QString& ids) {
        QJsonArray rows;
        const auto wanted = ids.split(u',');
        for (const auto& extension : std::as_const(m_office.extensions)) {
            if (wanted.contains(QString::number(extension.id)))
                rows.append(extension.json());
        }
        return rows;
    };
    m_endpoints[u"extension/get"_s] = {
        "GET", [byIds](const HttpRequest& request) {
            const auto rows = byIds(request.queryValue(u"id"_s));
            return rows.isEmpty() ? refusal(60001) : success({{u"data"_s, rows.first()}});
        }};
    m_endpoints[u"extension/query"_s] = {
        "GET", [byIds](const HttpRequest& request) {
            return success({{u"data"_s, byIds(request.queryValue(u"ids"_s))}});
        }};
    m_endpoints[u"extension_status_monitor/list"_s] = {
        "GET", [this](const HttpRequest& request) {
            QJsonArray rows;
            for (const auto& extension : std::as_const(m_office.extensions)) {
                rows.append(QJsonObject{{u"ext_id"_s, extension.id},
                                        {u"number"_s, extension.number},
                                        {u"name"_s, extension.name},
                                        {u"enb_register_status"_s, 1},
                                        {u"enb_call_status"_s, 1},
                                        {u"enb_presence_status"_s, 1}});
            }
            return pageOf(rows, request);
        }};
    for (const auto& verb :
         {u"list"_s, u"search"_s, u"get"_s, u"create"_s, u"update"_s, u"delete"_s}) {
        const QByteArray method =
            verb == "create"_L1 || verb == "update"_L1 ? QByteArray("POST") : QByteArray("GET");
        m_endpoints[QString(u"company_contact/"_s + verb)] = {
            method, [this, verb](const HttpRequest& request) {
                return m_contacts.contacts(verb, request);
            }};
        m_endpoints[QString(u"phonebook/"_s + verb)] = {
            method, [this, verb](const HttpRequest& request) {
                return m_contacts.phonebooks(verb, request);
            }};
    }
}

} // namespace companion::sandbox
