"""What an edition for the press has of its own: photographs in its inks (`images`, `convert`, `store`), the output intent."""
