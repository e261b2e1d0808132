// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/salesforce/describe.h"
#include "app/salesforce/orgrequest.h"

#include <QFuture>
#include <QObject>

#include <functional>

namespace companion::salesforce {

//! What is learned right after signing in (salesforce-api.md 1.9, 1.10).
struct OrgFacts
{
    QString versionPath = {}; //!< /services/data/v67.0
    QString user = {};
    QString userId = {};
    QString email = {};
    QString organization = {};
    QString organizationId = {};
    QString edition = {};
    QString closedStatus = QStringLiteral("Completed"); //!< of a task that is done
    Shapes shapes = {};

    friend bool operator==(const OrgFacts&, const OrgFacts&) = default;
};

using SendRequest = std::function<QFuture<Result<HttpReply>>(const OrgRequest&)>;

//! \brief Asks for the newest version, the user, the organisation and its objects: three requests,
//! of which one counts. Ends once. \p identity is the user's identity URL.
QFuture<Result<OrgFacts>> introduce(const SendRequest& send, const QString& identity,
                                    QObject* context);

//! The one request of the introduction that counts: organisation, statuses, objects.
QJsonObject orgQuestions(const QString& versionPath);

//! The version to speak: the newest one offered, but none newer than what we know.
Result<QString> versionPathOf(const Result<HttpReply>& reply);

//! A request for the version list; needs no token and no quota.
OrgRequest versionsRequest();

//! A composite request's part that describes \p object, and what its answer says.
QJsonObject describePart(const QString& object, const QString& versionPath);
//! Hidden where the user may not see it; an Error where the server could not say.
Result<ObjectShape> readDescribe(const QJsonValue& composite, const QString& object);

} // namespace companion::salesforce
