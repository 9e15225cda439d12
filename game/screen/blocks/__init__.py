"""What stands on a page, block by block, and the column that they stand in."""
