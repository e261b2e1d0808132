// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/flow/slices.h"

#include <utility>

namespace companion {

Slices::Slices(QObject* parent) : QObject(parent)
{
    m_turn.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, this, &Slices::onTurn);
}

void Slices::run(Piece piece, Done done)
{
    m_piece = std::move(piece);
    m_done = std::move(done);
    onTurn();
}

void Slices::onTurn()
{
    if (m_piece())
        return m_turn.start(0);
    m_piece = {};
    std::exchange(m_done, {})(); // may begin the next work
}

} // namespace companion
