// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/salesforce/addresses.h"

#include "app/net/address.h"
#include "app/salesforce/soql.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace companion::salesforce {

using namespace Qt::StringLiterals;

namespace {

    //! The org's own address for what the browser's address bar shows.
    QString apiHost(const QString& host)
    {
        for (const auto& shown : {u".lightning.force.com"_s, u".my.salesforce-setup.com"_s})
            if (host.endsWith(shown))
                return host.chopped(shown.size()) + ".my.salesforce.com"_L1;
        return host;
    }

} // namespace

Result<QUrl> loginAddress(const QString& typed)
{
    const auto given = readAddress(typed);
    if (!given)
        return given.error();
    QUrl url;
    url.setScheme(given->scheme());
    url.setHost(apiHost(given->host()));
    url.setPort(given->port());
    return url;
}

QUrl recordUrl(const QUrl& instance, const RecordId& id)
{
    if (!instance.isValid() || !isFieldName(id.object) || !isRecordId(id.id))
        return {};
    QUrl url = instance;
    url.setPath(u"/lightning/r/%1/%2/view"_s.arg(id.object, id.id));
    return url;
}

QUrl searchPageUrl(const QUrl& instance, const QString& term)
{
    if (!instance.isValid() || instance.isEmpty())
        return {};
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
    if (instance.isEmpty() || !instance.isValid() || !url.isValid() || !url.userInfo().isEmpty())
        return false;
    if (isLoopback(instance.host()))
        return url.host() == instance.host() && url.port() == instance.port()
            && url.scheme() == instance.scheme();
    if (url.scheme() != "https"_L1 || url.port(443) != instance.port(443))
        return false;
    QString twin = instance.host();
    if (constexpr auto own = ".my.salesforce.com"_L1; twin.endsWith(own))
        twin = twin.chopped(own.size()) + ".lightning.force.com"_L1;
    return url.host() == instance.host() || url.host() == twin;
}

bool isRecordId(const QString& id)
{
    return (id.size() == 15 || id.size() == 18) && std::all_of(id.cbegin(), id.cend(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z')
                   || (c >= u'A' && c <= u'Z');
           });
}

} // namespace companion::salesforce
