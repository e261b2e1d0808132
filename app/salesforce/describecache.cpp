// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/salesforce/describecache.h"

#include "app/salesforce/introduction.h"
#include "app/salesforce/replies.h"
#include "app/salesforce/soql.h"

#include <QJsonArray>

#include <memory>

namespace companion::salesforce {

using namespace Qt::StringLiterals;

namespace {

    constexpr qsizetype mostParts = 25; // of one composite request, salesforce-api.md 3.8

} // namespace

DescribeCache::DescribeCache(OrgSession& org, const Timing& timing, QObject* parent)
    : QObject(parent), m_org(org), m_timing(timing)
{}

QFuture<Result<ShapesAnswer>> DescribeCache::shapes(const QStringList& objects)
{
    const auto now = QDateTime::currentDateTimeUtc();
    QStringList wanted;
    for (const auto& object : objects) {
        const auto one = m_known.constFind(object);
        const bool isFresh =
            one != m_known.cend() && one->readAt.msecsTo(now) < m_timing.describes.count();
        if (!isFresh)
            wanted.append(object);
    }
    if (wanted.isEmpty())
        return async::ready<ShapesAnswer>(ShapesAnswer{.shapes = known(objects)});
    auto promise = std::make_shared<async::Promise<ShapesAnswer>>();
    async::onReady(reread(wanted), this, [=, this](const Result<ShapesAnswer>& answer) {
        const auto all = known(objects);
        if (!answer && all.size() < objects.size())
            return promise->finish(answer.error());
        promise->finish(ShapesAnswer{.shapes = all, .apiCalls = answer ? answer->apiCalls : 1});
    });
    return promise->future();
}

QFuture<Result<ShapesAnswer>> DescribeCache::reread(const QStringList& objects)
{
    QJsonArray parts;
    for (const auto& object : objects)
        if (isFieldName(object) && parts.size() < mostParts)
            parts.append(describePart(object, m_org.versionPath()));
    if (parts.isEmpty())
        return async::ready<ShapesAnswer>(ShapesAnswer{});
    auto promise = std::make_shared<async::Promise<ShapesAnswer>>();
    const OrgRequest request{
        .method = "POST",
        .path = u"composite"_s,
        .body = QJsonObject{{u"allOrNone"_s, false}, {u"compositeRequest"_s, parts}},
        .timeout = m_timing.question};
    async::onReady(m_org.send(request), this, [=, this](const Result<HttpReply>& reply) {
        const auto composite = readReply(reply);
        if (!composite)
            return promise->finish(composite.error());
        for (const auto& object : objects)
            if (const auto shape = readDescribe(*composite, object))
                put(object, *shape);
        promise->finish(ShapesAnswer{.shapes = known(objects), .apiCalls = 1});
    });
    return promise->future();
}

void DescribeCache::take(const Shapes& shapes)
{
    for (auto shape = shapes.cbegin(); shape != shapes.cend(); ++shape)
        put(shape.key(), shape.value());
}

void DescribeCache::put(const QString& object, const ObjectShape& shape)
{
    auto& one = m_known[object];
    one.readAt = QDateTime::currentDateTimeUtc();
    one.shape = one.isWithoutParents ? withoutParents(shape) : shape;
}

void DescribeCache::dropParents(const QStringList& objects)
{
    for (const auto& object : objects) {
        const auto one = m_known.find(object);
        if (one == m_known.end())
            continue;
        one->isWithoutParents = true;
        one->shape = withoutParents(one->shape);
    }
}

Shapes DescribeCache::known(const QStringList& objects) const
{
    Shapes shapes;
    for (const auto& object : objects)
        if (const auto one = m_known.constFind(object); one != m_known.cend())
            shapes.insert(object, one->shape);
    return shapes;
}

} // namespace companion::salesforce
