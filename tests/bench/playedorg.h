// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakehttptransport.h"

#include <optional>

namespace companion::bench {

//! What an org answers, at once, to whoever signs in; none for a \p path that is none of the
//! sign-in's.
inline std::optional<HttpReply> signInReply(const QString& path)
{
    using namespace Qt::StringLiterals;
    using test::FakeHttpTransport;
    if (path.endsWith(u"/token"_s))
        return FakeHttpTransport::json(
            R"({"access_token":"a","instance_url":"https://acme.my.salesforce.com",)"
            R"("id":"https://login.salesforce.com/id/00D5g00000AbCdEEAV/0055g00000XyZabAAF"})");
    if (path == u"/services/data/"_s)
        return FakeHttpTransport::json(R"([{"version":"67.0"}])");
    if (path.endsWith(u"/userinfo"_s))
        return FakeHttpTransport::json(
            R"({"user_id":"0055g00000XyZabAAF","organization_id":"00D5g00000AbCdEEAV"})");
    if (path.endsWith(u"/query"_s))
        return FakeHttpTransport::json(R"({"records":[]})");
    return {};
}

//! The usual objects, each with \p fields (the inside of a JSON array).
inline HttpReply describeReply(const QByteArray& fields)
{
    QByteArray parts;
    for (const char* object : {"Contact", "Lead", "Account", "Task"})
        parts += QByteArray(parts.isEmpty() ? "" : ",")
            + R"({"httpStatusCode":200,"referenceId":"describe)" + object
            + R"(","body":{"createable":true,"queryable":true,"fields":[)" + fields + "]}}";
    return test::FakeHttpTransport::json(R"({"compositeResponse":[)" + parts + "]}");
}

} // namespace companion::bench
