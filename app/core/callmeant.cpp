// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/callmeant.h"

#include <algorithm>

namespace companion {

namespace {

    int rank(const CallCard& card)
    {
        switch (card.call.phase) {
        case CallPhase::Connected:
            return 0;
        case CallPhase::Ringing:
            return 1;
        case CallPhase::Dialling:
            return 2;
        case CallPhase::Held:
            return 3;
        case CallPhase::Ended:
            break;
        }
        return 4;
    }

    const CallCard* currentCall(const QList<CallCard>& cards)
    {
        const CallCard* best = nullptr;
        for (const auto& card : cards)
            if (!best || rank(card) < rank(*best) || (card.call.isOver() && best->call.isOver()))
                best = &card; // of several that are alike the oldest, of the ended ones the latest
        return best;
    }

} // namespace

std::optional<CallId> planCallMeant(const std::optional<CallId>& named,
                                    std::optional<CallAction> action, const QList<CallCard>& cards)
{
    if (named)
        return named;
    const auto* current = currentCall(cards);
    if (!current)
        return {};
    if (action == CallAction::Resume || action == CallAction::Answer) {
        const auto isPossible = [action](const CallCard& card) {
            return !card.call.isOver() && card.actions.contains(*action);
        };
        const auto other = std::find_if(cards.cbegin(), cards.cend(), isPossible);
        if (!isPossible(*current) && other != cards.cend())
            return other->call.id;
    }
    return current->call.id;
}

} // namespace companion
