// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/salesforce/apitypes.h"
#include "tests/sandbox/salesforce/orgstate.h"

#include <QHash>

namespace companion::sandbox {

class RestApi;

//! \brief Several requests in one: composite, batch and collections (salesforce-api.md 3.7 to 3.9).
class CompositeApi
{
public:
    CompositeApi(RestApi& api, OrgState& state) : m_api(api), m_state(state) {}

    ApiReply perform(const ApiCall& call);

private:
    ApiReply composite(const ApiCall& call, const QJsonObject& request);
    ApiReply batch(const ApiCall& call, const QJsonObject& request);
    ApiReply collection(const ApiCall& call);
    ApiReply collectionRead(const ApiCall& call);
    ApiReply collectionUpsert(const ApiCall& call);
    ApiReply writeAll(const ApiCall& call, const QJsonArray& records, bool allOrNone);
    QJsonObject writeOne(const ApiCall& call, const QJsonObject& record);
    [[nodiscard]] Outcome<ApiCall> subrequest(const ApiCall& outer, const QString& method,
                                              const QString& url, const QJsonValue& body) const;
    [[nodiscard]] Outcome<QString> resolved(const QString& text) const;
    [[nodiscard]] Outcome<QJsonValue> resolved(const QJsonValue& value) const;
    [[nodiscard]] Outcome<QJsonValue> referenced(const QString& reference) const;

    RestApi& m_api;
    OrgState& m_state;
    QHash<QString, QJsonValue> m_bodies;
};

} // namespace companion::sandbox
