// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/linkstate.h"

#include <QString>

namespace companion::text {

//! How the link stands, with the reason and the next step when it does not.
QString statusSentence(const PbxStatus& status);
QString statusSentence(const CrmStatus& status);

//! One or two words: "Connected", "Signed out", …
QString stateWord(LinkState state);

} // namespace companion::text
