// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/callstore.h"

#include <QByteArray>

namespace companion {

//! \brief The administrator's address of a recording (`journal.recordingUrl`), filled in.
//!
//! The journal's variables, each percent-encoded; `{{.Recording}}` is the file's name. Empty when
//! the template does not parse or gives no web address. \p ownName: the own extension's.
QString recordingUrlFor(const QString& urlTemplate, const HistoryRow& row, const QString& ownName);

//! \brief What a browser is told that these bytes are, by their own signature.
//!
//! Never what the PBX says: a recording that is a page would run as a page of ours.
QByteArray audioTypeOf(const QByteArray& bytes);

//! A name to save a recording by: the PBX's, without anything that is not part of a file's name.
QString recordingSaveName(const QString& fileName);

} // namespace companion
