// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/salesforce/introduction.h"

#include "app/core/async.h"
#include "app/core/logging.h"
#include "app/salesforce/lookupquery.h"
#include "app/salesforce/replies.h"

#include <QJsonArray>

#include <chrono>
#include <memory>

namespace companion::salesforce {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

    constexpr double testedVersion = 67.0;
    constexpr qsizetype maxText = 255;

    //! Searched or written by default; others are described when they are first asked for.
    QStringList usualObjects()
    {
        return {u"Contact"_s, u"Lead"_s, u"Account"_s, u"Task"_s};
    }

    QString text(const QJsonValue& value)
    {
        return value.toString().left(maxText);
    }

    //! A refusal of this one question, from which nothing follows for others.
    bool saysNothingOfOthers(Error::Kind kind)
    {
        return kind == Error::Kind::NotFound || kind == Error::Kind::Forbidden
            || kind == Error::Kind::Rejected;
    }

    struct Asking
    {
        SendRequest send;
        QObject* context = nullptr;
        OrgFacts facts;
        async::Promise<OrgFacts> promise;
    };
    using AskingPtr = std::shared_ptr<Asking>;

    void takeOrganization(OrgFacts& facts, const Result<QJsonValue>& part)
    {
        if (!part) // a user without the right to read it is not kept out for that
            return;
        const auto row = (*part)["records"_L1][0];
        facts.organization = text(row["Name"_L1]);
        facts.edition = text(row["OrganizationType"_L1]);
        if (const QString id = text(row["Id"_L1]); !id.isEmpty())
            facts.organizationId = id;
    }

    void takeStatuses(OrgFacts& facts, const Result<QJsonValue>& part)
    {
        const auto rows = part ? (*part)["records"_L1].toArray() : QJsonArray();
        for (const auto& row : rows) {
            if (!row["IsClosed"_L1].toBool())
                continue;
            facts.closedStatus = text(row["ApiName"_L1]);
            return;
        }
    }

    void askOrganization(const AskingPtr& asking)
    {
        const OrgRequest request{.method = "POST",
                                 .path = asking->facts.versionPath + u"/composite"_s,
                                 .body = orgQuestions(asking->facts.versionPath),
                                 .timeout = 30s};
        async::onReady(
            asking->send(request), asking->context, [asking](const Result<HttpReply>& reply) {
                const auto composite = readReply(reply);
                if (!composite && composite.error().kind == Error::Kind::RateLimited)
                    return asking->promise.finish(
                        asking->facts); // a used-up quota signs nobody out
                if (!composite)
                    return asking->promise.finish(composite.error());
                takeOrganization(asking->facts, readPart(*composite, u"org"_s));
                takeStatuses(asking->facts, readPart(*composite, u"status"_s));
                for (const auto& object : usualObjects()) {
                    const auto shape = readDescribe(*composite, object);
                    if (shape)
                        asking->facts.shapes.insert(object, *shape);
                    else
                        qCInfo(lcCrm) << "not described:" << object << shape.error().code;
                }
                asking->promise.finish(asking->facts);
            });
    }

    void askUser(const AskingPtr& asking)
    {
        const OrgRequest request{.path = u"/services/oauth2/userinfo"_s};
        async::onReady(asking->send(request), asking->context,
                       [asking](const Result<HttpReply>& reply) {
                           const auto user = readReply(reply);
                           // The ids stand in the identity URL as well: a refusal here alone keeps
                           // nobody out.
                           if (!user && !saysNothingOfOthers(user.error().kind))
                               return asking->promise.finish(user.error());
                           if (user) {
                               auto& facts = asking->facts;
                               facts.user = text((*user)["name"_L1]);
                               facts.email = text((*user)["email"_L1]);
                               if (user->toObject().contains("user_id"_L1)) {
                                   facts.userId = text((*user)["user_id"_L1]);
                                   facts.organizationId = text((*user)["organization_id"_L1]);
                               }
                           }
                           askOrganization(asking);
                       });
    }

} // namespace

QJsonObject orgQuestions(const QString& versionPath)
{
    QJsonArray parts{
        queryPart(u"org"_s,
                  u"SELECT Id, Name, OrganizationType, IsSandbox, InstanceName FROM Organization"_s,
                  versionPath),
        queryPart(u"status"_s, u"SELECT ApiName, IsClosed FROM TaskStatus ORDER BY SortOrder"_s,
                  versionPath)};
    for (const auto& object : usualObjects())
        parts.append(describePart(object, versionPath));
    return {{u"allOrNone"_s, false}, {u"compositeRequest"_s, parts}};
}

QFuture<Result<OrgFacts>> introduce(const SendRequest& send, const QString& identity,
                                    QObject* context)
{
    auto asking = std::make_shared<Asking>();
    asking->send = send;
    asking->context = context;
    const auto parts = QUrl(identity).path().split(u'/', Qt::SkipEmptyParts); // /id/00D…/005…
    if (parts.size() == 3) {
        asking->facts.organizationId = parts.at(1).left(maxText);
        asking->facts.userId = parts.at(2).left(maxText);
    }
    async::onReady(send(versionsRequest()), context, [asking](const Result<HttpReply>& reply) {
        const auto path = versionPathOf(reply);
        if (!path)
            return asking->promise.finish(path.error());
        asking->facts.versionPath = *path;
        askUser(asking);
    });
    return asking->promise.future();
}

Result<QString> versionPathOf(const Result<HttpReply>& reply)
{
    const auto list = readReply(reply);
    if (!list)
        return list.error();
    double best = 0;
    for (const auto& entry : list->toArray()) {
        const double version = entry["version"_L1].toString().toDouble();
        if (version <= testedVersion)
            best = std::max(best, version);
    }
    if (best <= 0)
        return Error{Error::Kind::Malformed, u"no version list"_s};
    return u"/services/data/v%1"_s.arg(best, 0, 'f', 1);
}

OrgRequest versionsRequest()
{
    return {.path = u"/services/data/"_s, .timeout = 10s};
}

QJsonObject describePart(const QString& object, const QString& versionPath)
{
    return {{u"method"_s, u"GET"_s},
            {u"referenceId"_s, QString(u"describe"_s + object)},
            {u"url"_s, QString(versionPath + u"/sobjects/"_s + object + u"/describe"_s)}};
}

Result<ObjectShape> readDescribe(const QJsonValue& composite, const QString& object)
{
    const auto part = readPart(composite, u"describe"_s + object);
    if (part)
        return shapeOf(object, part->toObject());
    if (saysNothingOfOthers(part.error().kind))
        return hiddenShape();
    return part.error();
}

} // namespace companion::salesforce
