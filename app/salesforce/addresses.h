// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/crmmatch.h"
#include "app/core/result.h"

#include <QUrl>

namespace companion::salesforce {

//! The host as typed made whole (salesforce-api.md 1.2): scheme added, Lightning hosts mapped.
//! Forbidden for plain HTTP to anything but this machine.
Result<QUrl> loginAddress(const QString& typed);

//! The record's page; no address for what is not an id.
QUrl recordUrl(const QUrl& instance, const RecordId& id);
QUrl searchPageUrl(const QUrl& instance, const QString& term);
//! https on the instance's own host or its Lightning twin; loopback where the instance is.
bool isOwnUrl(const QUrl& instance, const QUrl& url);

//! Whether \p id has the form of a record's id: 15 or 18 letters and digits.
bool isRecordId(const QString& id);

} // namespace companion::salesforce
