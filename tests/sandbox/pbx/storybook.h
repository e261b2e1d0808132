// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/pbx/stories.h"

namespace companion::sandbox {

//! \brief Every story there is, in the order of the README.
QList<Story> storybook();

// Its chapters
QList<Story> incomingStories();
QList<Story> groupStories();
QList<Story> outgoingStories();
QList<Story> handoverStories(); //!< forwarding, transfers, conferences, holding
QList<Story> severalCallStories();
QList<Story> frameStories(); //!< how the frames of a plain call may look
QList<Story> strangeFrameStories(); //!< what no PBX should send
QList<Story> connectionStories();

} // namespace companion::sandbox
