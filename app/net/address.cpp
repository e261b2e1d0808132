// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/address.h"

#include <QHostAddress>

namespace companion {

using namespace Qt::StringLiterals;

bool isLoopback(const QString& host)
{
    return host.compare("localhost"_L1, Qt::CaseInsensitive) == 0
        || QHostAddress(host).isLoopback();
}

Result<QUrl> readAddress(const QString& typed)
{
    QString text = typed.trimmed();
    if (!text.contains("://"_L1))
        text.prepend("https://"_L1);
    QUrl url(text, QUrl::TolerantMode);
    if (!url.isValid() || url.host().isEmpty()
        || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1))
        return Error{Error::Kind::Rejected, u"no address"_s};
    if (url.scheme() == "http"_L1 && !isLoopback(url.host()))
        return Error{Error::Kind::Forbidden, u"plain http"_s};
    url.setUserInfo({});
    url.setQuery(QString());
    url.setFragment({});
    return url;
}

} // namespace companion
