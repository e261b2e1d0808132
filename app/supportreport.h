// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"
#include "app/core/settings.h"
#include "ui/text/diagnosistext.h"

#include <QJsonObject>

namespace companion {

//! What `diagnose --json` prints:
//! `{"version","qt","system","checks":[{"title","state","text","advice"}]}`.
QJsonObject diagnosisToJson(const QList<text::DiagnosisCheck>& checks);

struct SupportReport
{
    QJsonObject diagnosis; //!< of diagnosisToJson()
    SettingLayers settings;
    QString logFolder;
    bool withPersonalData = false; //!< else no number, name, address or token is in it
};

//! Writes diagnosis, settings and logs into \p folder, which is made. Error: Storage.
Result<Done> writeSupportReport(const QString& folder, const SupportReport& report);

} // namespace companion
