// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/errortext.h"

namespace companion::text {

//! The sentence of an error code of the PBX (cloudone-pbx-api.md A1.2); empty for unknown codes.
QString pbxSentence(const Error& error, Place place);

} // namespace companion::text
