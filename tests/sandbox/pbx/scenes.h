// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/pbx/stories.h"

namespace companion::sandbox::scenes {

inline constexpr int kRingMs = 4000;
inline constexpr int kTalkMs = 21000;
inline constexpr int kPauseMs = 2000;

// What a call does; `call` counts the calls of the story from 0.

//! \brief From outside to \p to; \p via is "queue", "ringgroup" or nothing.
Scene comesIn(const QString& via = {}, Role to = Role::Own);
//! \brief As comesIn(), from a party that calls itself \p from.
Scene comesInAs(const QString& from, const QString& name = {});
Scene goesOut(Role from = Role::Own);
Scene insideCall(Role from, Role to);
//! \brief By call/dial, as a program other than the companion would.
Scene dialledByProgram();

Scene answers(Role who, int call = 0);
Scene declines(Role who, int call = 0);
//! \brief Before or after an answer; a party of a conference only leaves it.
Scene hangsUp(Role who, int call = 0);
//! \brief The PBX gives up.
Scene ringsOut(int call = 0);
Scene earlyMedia(int call = 0);
Scene fails(const QString& reason, int call = 0);
Scene toVoicemail(int call = 0);

Scene holds(Role who, int call = 0);
Scene resumes(Role who, int call = 0);
Scene forwards(Role from, Role to, int call = 0);
Scene blindTransfer(Role moved, Role to, Exchange::Transferred how, int call = 0);
//! \brief What two calls of a desk phone become when it transfers.
Scene joins(int call, int consultation);
Scene consults(Role who, Role whom, int call = 0);
Scene decides(Role who, Exchange::Consultation decision, int call = 0);
Scene invites(Role who, Role whom, int call = 0);

// What the event stream does

Scene holdsFramesBack();
Scene lettingGo(EventFeed::Order order, quint32 seed = 1);
Scene says(const QString& text);
Scene saysBinary(const QByteArray& bytes);
//! \brief A frame like a good one whose msg holds \p message.
Scene tells(int topic, const QJsonObject& message);
Scene dropsSockets();
Scene freezes();
Scene thaws();

} // namespace companion::sandbox::scenes
