// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QList>
#include <QString>

namespace companion::text {

//! Where it happened; the same error asks for different next steps.
enum class Place {
    PbxSignIn,
    Pbx,
    CrmSignIn,
    Crm,
    Lookup,
    Create,
    Journal,
    Dialling,
    CallControl,
    Recording,
    Sync,
    Settings,
    Storage
};

//! \brief What happened and what to do next, in one or two plain sentences.
QString sentence(const Error& error, Place place);

//! Adds the addresses to register in the Salesforce app, for redirect_uri_mismatch.
QString sentence(const Error& error, Place place, const QList<quint16>& redirectPorts);

} // namespace companion::text
