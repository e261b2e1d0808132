// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace companion::pbx::cloudone {

//! How long the session waits for what; tests shorten it.
struct Timing
{
    using milliseconds = std::chrono::milliseconds;

    milliseconds heartbeat{30000}; //!< the PBX closes after 60 s of silence (A3)
    milliseconds heartbeatAnswer{15000};
    milliseconds subscribeAnswer{8000}; //!< from opening the socket to the acknowledgement
    milliseconds overlap{2000}; //!< of the old socket with its successor, for what is on its way
    milliseconds firstRetry{400};
    //! A PBX that restarts must be found within three seconds of its return.
    milliseconds longestRetry{1500};
    milliseconds patience{600000}; //!< after which a PBX that is away is asked less often
    milliseconds longestLater{30000};
    milliseconds stable{60000}; //!< a link that held so long was no flap
    milliseconds quickAnswer{4000}; //!< while connecting; a PBX that has come back answers soon
    milliseconds tokenMargin{300000}; //!< renew this long before it expires
    milliseconds tokenSpare{10000}; //!< one that ends sooner is as good as ended
    milliseconds tokensInUse{120000}; //!< 60002: wait for a place
    milliseconds reloginSpread{800}; //!< a second sign-in is spread over this, A2.4
    milliseconds directoryAge{60000}; //!< younger, it is not asked for again after a reconnect
    milliseconds hearing{300000}; //!< between two checks of a link that has never told a call
    milliseconds colleagues{200}; //!< what changes within it is told at once: lists are long
    milliseconds dialEcho{15000}; //!< a call that was accepted must have been told by then
    milliseconds recordingRetry{1500};
};

} // namespace companion::pbx::cloudone
