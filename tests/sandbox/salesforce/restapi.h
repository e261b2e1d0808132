// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/salesforce/apitypes.h"
#include "tests/sandbox/salesforce/orgstate.h"
#include "tests/sandbox/salesforce/soslparser.h"

#include <QHash>
#include <QJsonArray>

namespace companion::sandbox {

//! \brief The resources below /services/data/vNN.0 (salesforce-api.md 3), for a caller who is
//! already known. Knows nothing of HTTP connections, tokens or the daily limit.
class RestApi
{
public:
    explicit RestApi(OrgState& state) : m_state(state) {}

    ApiReply perform(const ApiCall& call);
    //! \brief How many calls of the daily limit a request costs: one, but in a batch one each.
    [[nodiscard]] static int costOf(const ApiCall& call);
    void forgetCursors() { m_cursors.clear(); }

private:
    friend class CompositeApi;

    ApiReply queryResource(const ApiCall& call);
    ApiReply query(const ApiCall& call, const QString& statement, bool withDeleted);
    ApiReply nextPage(const ApiCall& call, const QString& locator);
    [[nodiscard]] int pageSizeOf(const ApiCall& call) const;
    QJsonObject page(const QString& locator, qsizetype from, qsizetype size, int version);

    ApiReply searchResource(const ApiCall& call);
    ApiReply search(const ApiCall& call, const Outcome<SoslStatement>& statement,
                    const QString& kind);
    ApiReply parameterizedSearch(const ApiCall& call);
    ApiReply suggestions(const ApiCall& call);

    ApiReply objectResource(const ApiCall& call);
    ApiReply objectLevel(const ApiCall& call, const QString& object);
    ApiReply describe(const ApiCall& call, const QString& object);
    ApiReply changes(const ApiCall& call, const QString& object, bool deleted);
    ApiReply create(const ApiCall& call, const QString& object);
    ApiReply recordLevel(const ApiCall& call, const QString& object, const QString& id);
    ApiReply read(const ApiCall& call, const QString& object, const QString& id);
    ApiReply externalIdLevel(const ApiCall& call, const QString& object, const QString& field,
                             const QString& value);
    ApiReply globalDescribe(const ApiCall& call);
    ApiReply limits() const;

    struct Cursor
    {
        QJsonArray rows;
    };

    OrgState& m_state;
    QHash<QString, Cursor> m_cursors;
    int m_lastCursor = 0;
};

[[nodiscard]] ApiError notFound();
[[nodiscard]] ApiError methodNotAllowed(const ApiCall& call, const QString& allowed);
[[nodiscard]] Outcome<QJsonValue> parseJsonBody(const QByteArray& body);

} // namespace companion::sandbox
